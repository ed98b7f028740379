import { expect } from 'vitest'
import { TEMPLATES } from '../../templates/index.ts'
import { NAMINGS } from '../../vendors/platforms.ts'
import type { Design } from '../design.ts'
import { designProblems } from '../document.ts'
import { applyEdit, type Edit } from '../edits.ts'
import { toId } from '../ids.ts'
import { need } from '../network.ts'
import type { Bond } from '../topology.ts'

export const CONTEXT = { namings: NAMINGS }
export const EMPTY: Design = {
  title: 'Untitled',
  topology: {
    devices: [],
    ports: [],
    links: [],
    bonds: [],
    domains: [],
    vlans: [{ id: 10, name: 'servers' }],
    flows: [],
  },
  layout: {},
}
export const NX = { type: 'add-device', kind: 'switch', vendor: 'cisco-nxos', at: { x: 0, y: 0 } } as const
export const HOST = { type: 'add-device', kind: 'host', at: { x: 0, y: 200 } } as const
export const MGMT = { type: 'add-device', kind: 'management-switch', at: { x: 0, y: -200 } } as const
export const PAIR = { type: 'add-pair', vendor: 'arista-eos', at: { x: 0, y: 0 } } as const

/** Applies edits that must all be taken, and checks that each leaves a sound design. */
export function edited(design: Design, ...edits: readonly Edit[]): Design {
  return edits.reduce((before, edit) => {
    const result = applyEdit(before, edit, CONTEXT)
    if (!result.ok) throw new Error(`${JSON.stringify(edit)}: ${result.message}`)
    expect(designProblems(result.design)).toEqual([])
    return result.design
  }, design)
}

export function message(design: Design, edit: Edit): string | null {
  const result = applyEdit(design, edit, CONTEXT)
  return result.ok ? null : result.message
}

export function cable(from: string, to: string) {
  return {
    type: 'connect',
    from: { device: id(from), port: null },
    to: { device: id(to), port: null },
    bond: 'auto',
  } as const
}

export function both(host: string): readonly Edit[] {
  return [cable(host, 'sw-1'), cable(host, 'sw-2')]
}

export function template(name: string): Design {
  return need(new Map(TEMPLATES.map((template) => [template.id, template])), name).build()
}

export function topologyOf({ topology }: Design) {
  return topology
}

export function bonds({ topology }: Design): ReadonlyMap<string, Bond> {
  return new Map(topology.bonds.map((bond) => [bond.id, bond]))
}

export function id<K extends string = 'device'>(text: string) {
  return toId<K>(text)
}
