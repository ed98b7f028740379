import type { Arp } from '../protocol/host/arp.ts'
import type { Lacpdu } from '../protocol/lacp/types.ts'
import type { Json } from '../protocol/mlag/syncFrame.ts'
import type { Bpdu } from '../protocol/rstp/bpdu.ts'
import { plainText } from './fields.ts'

/** State bits of actor and partner by their letters, as engineers write them: `ATGSCD-- > ATGSCD--`. */
export function lacpduSummary({ actor, partner }: Lacpdu): string {
  return `${letters(actor.state)} > ${letters(partner.state)}`
}

export function arpSummary({ operation, senderIp, senderMac, targetIp }: Arp): string {
  return operation === 'request' ? `who has ${targetIp}? tell ${senderIp}` : `${senderIp} is at ${senderMac}`
}

export function bpduSummary(bpdu: Bpdu): string {
  if (bpdu.type === 'tcn') return 'topology change notification'
  const root = `root ${bpdu.root.priority} ${bpdu.root.mac}, cost ${bpdu.rootPathCost}`
  if (bpdu.type === 'config') return `802.1D-1998, ${root}`
  const { role, proposal, agreement, topologyChange } = bpdu.flags
  const flags = [proposal ? 'proposal' : '', agreement ? 'agreement' : '', topologyChange ? 'topology change' : '']
  return [role, ...flags.filter((flag) => flag !== ''), root].join(', ')
}

/** What a peer says, in a few words. */
export function syncSummary(message: Json): string {
  const read = reader(message)
  switch (read.text('type')) {
    case 'hello':
      return `hello, ${read.text('role')}${read.text('ready') === 'true' ? '' : ', not ready'}`
    case 'ack':
      return `ack ${read.text('ack')}`
    case 'bpdu':
      return `BPDU ${read.inner('bpdu').text('way')} at port ${read.inner('bpdu').text('port')}`
    case 'reliable':
      return bodySummary(read.inner('body'))
    // What came off the wire may be anything.
    default:
      return read.text('type')
  }
}

function bodySummary(body: Reader): string {
  switch (body.text('type')) {
    case 'leg':
      return `leg ${body.text('channel')} ${body.text('up') === 'true' ? 'up' : 'down'}`
    case 'mac':
      return `address ${body.text('address')} in VLAN ${body.text('vlan')}`
    case 'table-end':
      return 'end of the MAC table'
    case 'stp-port':
      return `spanning tree port ${body.text('port')} ${body.text('up') === 'true' ? 'up' : 'down'}`
    case 'stp-ports':
      return `spanning tree ports ${body.text('ports')}`
    case 'stp-state':
      return 'spanning tree state'
    // What came off the wire may be anything.
    default:
      return body.text('type')
  }
}

/** Looks up what may or may not be there. */
interface Reader {
  readonly text: (name: string) => string
  readonly inner: (name: string) => Reader
}

function reader(value: Json | undefined): Reader {
  const at = (name: string): Json | undefined =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).find(([key]) => key === name)?.[1]
      : undefined
  return {
    text: (name) => {
      const found = at(name)
      return (found === undefined ? null : plainText(found)) ?? '?'
    },
    inner: (name) => reader(at(name)),
  }
}

function letters(state: number): string {
  return LETTERS.map((letter, bit) => ((state >> bit) & 1 ? letter : '-')).join('')
}

/** Bit 0 first. */
const LETTERS: readonly string[] = ['A', 'T', 'G', 'S', 'C', 'D', 'F', 'E']
