import type { Design } from '../../model/design.ts'
import { applyEdit, type Edit } from '../../model/edits.ts'
import type { Bond, DomainSettings, Link, MlagDomain, SwitchDevice, Topology, VendorId } from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { TEMPLATES } from '../../templates/index.ts'
import { NAMINGS, redrawnOn } from '../../vendors/platforms.ts'

/** A pair with two bonded servers and two orphans, on a platform, with something changed. */
export function pairWith(change: (topology: Topology) => Topology = (same) => same, vendor?: VendorId): Design {
  return changed(basicPair.build(), change, vendor)
}

export function templateWith(id: string, change: (topology: Topology) => Topology, vendor?: VendorId): Design {
  const template = TEMPLATES.find((one) => one.id === id)
  if (template === undefined) throw new Error(`No template ${id}`)
  return changed(template.build(), change, vendor)
}

function changed(design: Design, change: (topology: Topology) => Topology, vendor?: VendorId): Design {
  const { topology } = design
  return { ...design, topology: change(vendor === undefined ? topology : redrawnOn(topology, vendor)) }
}

/** A design after edits as a user makes them. Throws where one is refused. */
export function edited(design: Design, ...edits: readonly Edit[]): Design {
  return edits.reduce((before, edit) => {
    const result = applyEdit(before, edit, { namings: NAMINGS })
    if (!result.ok) throw new Error(result.message)
    return result.design
  }, design)
}

export function withDomain(set: (domain: MlagDomain) => Partial<MlagDomain>): (topology: Topology) => Topology {
  return (topology) => ({ ...topology, domains: topology.domains.map((domain) => ({ ...domain, ...set(domain) })) })
}

export function withBond(id: string, set: (bond: Bond) => Partial<Bond>): (topology: Topology) => Topology {
  return (topology) => ({
    ...topology,
    bonds: topology.bonds.map((bond) => (bond.id === id ? { ...bond, ...set(bond) } : bond)),
  })
}

export function withLinks(
  where: (link: Link) => boolean,
  set: (link: Link) => Partial<Link>,
): (topology: Topology) => Topology {
  return (topology) => ({
    ...topology,
    links: topology.links.map((link) => (where(link) ? { ...link, ...set(link) } : link)),
  })
}

/** Takes cables away with their ports, and bonds that lose their last one. */
export function without(where: (link: Link) => boolean): (topology: Topology) => Topology {
  return (topology) => {
    const links = topology.links.filter((link) => !where(link))
    const kept = new Set<string>(links.flatMap(({ id, ends }) => [id, ...ends]))
    const bonds = topology.bonds
      .map((bond) => ({ ...bond, members: bond.members.filter((id) => kept.has(id)) }))
      .filter(({ members }) => members.length > 0)
    return {
      ...topology,
      links,
      ports: topology.ports.filter(({ id }) => kept.has(id)),
      bonds,
      domains: topology.domains.map((domain) => ({
        ...domain,
        peerLink: bonds.some(({ id }) => id === domain.peerLink) ? domain.peerLink : null,
      })),
    }
  }
}

export function withSwitches(
  where: (name: string) => boolean,
  set: (device: SwitchDevice) => Partial<Omit<SwitchDevice, 'kind'>>,
): (topology: Topology) => Topology {
  return (topology) => ({
    ...topology,
    devices: topology.devices.map((device) =>
      device.kind === 'switch' && where(device.name) ? { ...device, ...set(device) } : device,
    ),
  })
}

/** One change after the other. */
export function both(...changes: readonly ((topology: Topology) => Topology)[]): (topology: Topology) => Topology {
  return (topology) => changes.reduce((before, change) => change(before), topology)
}

/** Cables whose id has it. */
export function named(pattern: RegExp): (link: Link) => boolean {
  return ({ id }) => pattern.test(id)
}

/** Ports under other names, as an imported design has them. */
export function renamed(name: (old: string) => string): (topology: Topology) => Topology {
  return (topology) => ({ ...topology, ports: topology.ports.map((port) => ({ ...port, name: name(port.name) })) })
}

/** What the user set on every domain. */
export function withNumbers(numbers: DomainSettings['numbers']): (topology: Topology) => Topology {
  return withDomain(({ settings }) => ({ settings: { ...settings, numbers } }))
}
