/** An interface for the frames of one VLAN on top of another interface. */
export interface VlanInterface {
  readonly id: number
  readonly name: string
}

/**
 * What Linux takes as the name of an interface and every format reads as one. The kernel would take more.
 * Source: Linux net/core/dev.c, dev_valid_name (IFNAMSIZ 16); systemd src/basic/socket-util.c, ifname_valid.
 */
export function isInterfaceName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/.test(name) && !/^\d+$/.test(name) && !/^(all|default|lo)$/.test(name)
}

/** `bond0.20` where that is short enough, else `vlan20`. Names that are given away are added to `taken`. */
export function vlanInterfaces(parent: string, vlans: readonly number[], taken: Set<string>): readonly VlanInterface[] {
  return vlans.map((id) => {
    const candidates = [`${parent}.${id}`, `vlan${id}`, ...Array.from({ length: 99 }, (_, at) => `vlan${id}-${at + 2}`)]
    const name = candidates.find((one) => isInterfaceName(one) && !taken.has(one)) ?? `vlan${id}-100`
    taken.add(name)
    return { id, name }
  })
}
