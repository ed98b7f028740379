import { BIT } from '../../../src/core/protocol/lacp/types.ts'
import type { LacpIdentity } from '../../../src/core/model/protocolView.ts'

/** One member as `lacp/show` prints it. */
export interface OvsMember {
  readonly rx: 'current' | 'expired' | 'defaulted'
  readonly attached: boolean
  readonly mayEnable: boolean
  readonly actor: LacpIdentity
  readonly partner: LacpIdentity
}

/** Counters of one member as `lacp/show-stats` prints them. */
export interface OvsCounters {
  readonly tx: number
  readonly rx: number
  readonly bad: number
  readonly markers: number
  readonly expired: number
  readonly defaulted: number
}

/** Members by name. */
export function parseLacpShow(text: string): ReadonlyMap<string, OvsMember> {
  return new Map(sections(text).map(([head, lines]) => [head.name, memberOf(head.rest, lines)]))
}

/** Counters by member. */
export function parseLacpStats(text: string): ReadonlyMap<string, OvsCounters> {
  return new Map(
    sections(text).map(([{ name }, lines]) => {
      const of = (key: string) => Number(lines.get(key) ?? 0)
      return [
        name,
        {
          tx: of('TX PDUs'),
          rx: of('RX PDUs'),
          bad: of('RX Bad PDUs'),
          markers: of('RX Marker Request PDUs'),
          expired: of('Link Expired'),
          defaulted: of('Link Defaulted'),
        },
      ]
    }),
  )
}

/** Whether the bond uses each member, from `bond/show`. */
export function parseBondShow(text: string): ReadonlyMap<string, boolean> {
  return new Map([...text.matchAll(/^member (\S+): (\w+)/gm)].map(([, name = '', word]) => [name, word === 'enabled']))
}

interface Head {
  readonly name: string
  readonly rest: string
}

type Lines = ReadonlyMap<string, string>

function sections(text: string): readonly (readonly [Head, Lines])[] {
  const [, ...parts] = text.split(/^member:? /m)
  return parts.map((part) => {
    const [first = '', ...rest] = part.split('\n')
    const [name = '', ...words] = first.split(':')
    const lines = rest.flatMap((line) => {
      const colon = line.indexOf(': ')
      return colon < 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 2).trim()] as const]
    })
    return [{ name, rest: words.join(':').trim() }, new Map(lines)] as const
  })
}

function memberOf(words: string, lines: Lines): OvsMember {
  const [rx = '', attached = ''] = words.split(' ')
  if (rx !== 'current' && rx !== 'expired' && rx !== 'defaulted') throw new Error(`member is ${words}`)
  return {
    rx,
    attached: attached === 'attached',
    mayEnable: lines.get('may_enable') === 'true',
    actor: identityOf(lines, 'actor'),
    partner: identityOf(lines, 'partner'),
  }
}

function identityOf(lines: Lines, side: 'actor' | 'partner'): LacpIdentity {
  const of = (key: string) => lines.get(`${side} ${key}`) ?? ''
  return {
    systemPriority: Number(of('sys_priority')),
    system: of('sys_id'),
    key: Number(of('key')),
    portPriority: Number(of('port_priority')),
    port: Number(of('port_id')),
    state: of('state')
      .split(' ')
      .reduce((octet, word) => octet | (BIT_OF_WORD[word] ?? 0), 0),
  }
}

const BIT_OF_WORD: Readonly<Record<string, number>> = {
  activity: BIT.activity,
  timeout: BIT.timeout,
  aggregation: BIT.aggregation,
  synchronized: BIT.synchronization,
  collecting: BIT.collecting,
  distributing: BIT.distributing,
  defaulted: BIT.defaulted,
  expired: BIT.expired,
}
