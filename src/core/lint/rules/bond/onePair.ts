import type { Edit } from '../../../model/edits.ts'
import { devicesAt } from '../../../model/network.ts'
import type { Bond, HostDevice, SwitchDevice } from '../../../model/topology.ts'
import { isSwitch, type Drawn } from '../../drawn.ts'
import type { Match, Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'
import { listed } from '../../words.ts'

export const bondOnePair: Rule = {
  id: 'bond/one-pair',
  severity: 'warning',
  title: 'A bond over two switches ends on a pair.',
  why: () =>
    'A host bundles only ports whose partner has one LACP system. Two switches that are no pair are two systems: the host uses the cables to one of them, and the others stay idle until that one is lost.',
  source: { general: 'IEEE 802.1AX-2014, 6.4.14.1 (Selection Logic: Link Aggregation Group Identifiers)' },
  check: (drawn) => drawn.hosts.flatMap((host) => apart(drawn, host)),
}

function apart(drawn: Drawn, host: HostDevice): readonly Match[] {
  const { net } = drawn
  const lags = (net.lagsOf.get(host.id) ?? []).map(({ channel }) => channel)
  return [...new Set(lags)].flatMap((channel): readonly Match[] => {
    const bonds = drawn.bonds.filter((bond) =>
      bond.ends.some(({ at, channel: number }) => 'device' in at && at.device === host.id && number === channel),
    )
    const switches = [...new Set(bonds.flatMap((bond) => farDevices(drawn, bond, host)))]
    const [a, b] = switches.map((id) => net.devices.get(id))
    const [first] = bonds
    if (bonds.length < 2 || first === undefined || !isSwitch(a) || !isSwitch(b)) return []
    const free = !net.domainOf.has(a.id) && !net.domainOf.has(b.id) && a.vendor === b.vendor && switches.length === 2
    return [
      {
        text: `${host.name} bonds cables to ${listed(switches.map((id) => net.devices.get(id)?.name ?? ''))}, which are no pair.`,
        wayOut: 'Make the two switches a pair, or bond to one of them.',
        at: [host.id, ...bonds.map(({ id }) => id)],
        vendor: null,
        ...(free ? { fix: { label: `Pair ${a.name} and ${b.name}`, edits: pairing(drawn, a, b) } } : {}),
        counterexample: {
          scenario: breaking(`${host.name} on two switches`, [], 10),
          story: `${host.name} uses the cables to one of the switches; the others are lit and idle.`,
          shows: [{ what: 'idle-members', bond: first.id, device: host.id }],
        },
      },
    ]
  })
}

/** What makes a pair of two switches: the same values on both, and a way to hear each other. */
function pairing({ net }: Drawn, a: SwitchDevice, b: SwitchDevice): readonly Edit[] {
  const managed = [a, b].some(({ id }) => (net.portsOf.get(id) ?? []).some(({ kind }) => kind === 'management'))
  const plug = ({ id }: SwitchDevice) => ({ device: id, port: { kind: 'management', index: 1 } as const })
  return [
    { type: 'set-device', device: b.id, set: { stp: a.stp, lacpSystemPriority: a.lacpSystemPriority } },
    { type: 'pair-switches', peers: [a.id, b.id] },
    ...(managed ? [] : [{ type: 'connect', from: plug(a), to: plug(b), bond: 'never' } as const]),
  ]
}

function farDevices({ net }: Drawn, bond: Bond, host: HostDevice) {
  return bond.ends.flatMap((end) => devicesAt(net, end)).filter((id) => id !== host.id)
}
