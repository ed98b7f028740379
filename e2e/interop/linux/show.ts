/** One member as `/proc/net/bonding/bond0` prints it. */
export interface LinuxMember {
  readonly aggregator: number
  readonly actorState: number
  readonly partnerState: number
  readonly partnerSystem: string
}

/** The bond as the driver prints it. */
export interface LinuxBond {
  readonly activeAggregator: number
  readonly ports: number
  /** In order of addition. */
  readonly members: readonly LinuxMember[]
}

export function parseBond(text: string): LinuxBond {
  const [head = '', ...parts] = text.replaceAll('\r', '').split('Slave Interface:')
  return {
    activeAggregator: numberAfter(head, 'Aggregator ID:'),
    ports: numberAfter(head, 'Number of ports:'),
    members: parts.map((part) => {
      const [own = '', partner = ''] = part.split('details partner lacp pdu:')
      return {
        aggregator: numberAfter(own, 'Aggregator ID:'),
        actorState: numberAfter(own, 'port state:'),
        partnerState: numberAfter(partner, 'port state:'),
        partnerSystem: /system mac address: (\S+)/.exec(partner)?.[1] ?? '',
      }
    }),
  }
}

function numberAfter(text: string, label: string): number {
  const from = text.indexOf(label)
  return from < 0 ? Number.NaN : Number.parseInt(text.slice(from + label.length), 10)
}
