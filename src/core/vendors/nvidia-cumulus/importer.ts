import { MTU, SETTING, STP_PRIORITY } from '../../model/fieldRules.ts'
import { type Grammar, modeOf, type Rule, taker, understood } from '../importing/grammar.ts'
import {
  pathCost,
  defaultRoute,
  defineVlans,
  minLinks,
  seconds,
  set,
  virtualAddress,
} from '../importing/interfaceRules.ts'
import { commentedLines } from '../importing/statements.ts'
import { type PairConfig, pairIn, type SwitchConfig } from '../importing/switchConfig.ts'
import { isAddress, macIn, vlanNumbers } from '../importing/values.ts'
import {
  accessVlan,
  bridged,
  carries,
  member,
  nativeVlan,
  noUntagged,
  type On,
  pairId,
  portIn,
  routedBy,
} from './importing.ts'
import { CLAGD_ARGS, POLLS_TO_TIMEOUT } from './clagdArgs.ts'
import { fromCommands, fromYaml, namesIn } from './nvueText.ts'
import { NVIDIA_CUMULUS_SEEN } from './seen.ts'

const INTERFACE: readonly Rule<On>[] = [
  [/^link mtu (\d+)$/, ({ port }, [, bytes]) => set('The MTU', bytes, MTU, (n) => (port.mtu = n))],
  [/^bond member (\S+)$/, (on, [, names = '']) => namesIn(names).map((name) => member(on, name))[0]],
  [/^bond mlag id (\d+)$/, ({ port }, [, n]) => pairId(port, n)],
  [/^bond lacp-rate (fast|slow)$/, ({ port }, [, rate]) => void (port.fast = rate === 'fast')],
  [
    /^bond lacp-bypass (on|off|enabled|disabled)$/,
    ({ port }, [, on]) => {
      if (on === 'on' || on === 'enabled') port.lacp = { ...port.lacp, fallback: 'individual' }
    },
  ],
  [/^bridge domain br_default$/, ({ port }) => bridged(port)],
  [/^bridge domain br_default access (\d+)$/, ({ port }, [, id]) => accessVlan(port, id)],
  [/^bridge domain br_default untagged (\d+)$/, ({ port }, [, id]) => nativeVlan(port, id)],
  [/^bridge domain br_default untagged none$/, ({ port }) => noUntagged(port)],
  [/^bridge domain br_default vlan (\d[\d,-]*)$/, ({ port }, [, list = '']) => carries(port, list)],
  [
    /^bridge domain br_default stp path-cost (\d+)$/,
    ({ port }, [, n]) => {
      bridged(port)
      return pathCost(port, n)
    },
  ],
  [
    /^bridge domain br_default stp admin-edge (?:on|enabled)$/,
    ({ port }) => {
      bridged(port)
      port.stp = { ...port.stp, edge: true }
    },
  ],
  [
    /^bridge domain br_default stp (bpdu-guard|restrrole) (?:on|enabled)$/,
    ({ port }, [, what]) => {
      bridged(port)
      port.stp = { ...port.stp, guard: what === 'restrrole' ? 'root' : 'bpdu' }
    },
  ],
  [/^description (['"]?)(.+)\1$/, ({ port }, [, , text = '']) => void (port.description = text)],
  [/^(?:ip|ipv4) address (\d\S+)$/, ({ port }, [, text = '']) => routedBy(port, text)],
  [/^(?:ip|ipv4) vrr address (\d[\d.]+)\/\d+$/, ({ port }, [, address]) => virtualAddress(port, address)],
  [/^(?:ip|ipv4) vrr mac-address (\S+)$/, ({ port }, [, mac = '']) => void (port.virtualMac = macIn(mac))],
  ...understood(/^(?:ip|ipv4) vrr (state (enabled|up)|enable on)$/),
  // What a command creates by itself, as the file describes it.
  ...understood(
    /^link state up$/,
    /^bond mlag (enable on|state enabled)$/,
    /^type (bond|peerlink|svi|swp|eth|sub)$/,
    /^(vlan|base-interface) \S+$/,
  ),
]

const NVUE: readonly Rule<SwitchConfig>[] = [
  [/^nv set system hostname (\S+)$/, (config, [, name = '']) => void (config.hostname = name)],
  [
    /^nv set bridge domain br_default vlan (\d[\d,-]*)$/,
    (config, [, list = '']) => defineVlans(config, vlanNumbers(list)),
  ],
  [
    /^nv set bridge domain br_default stp priority (\d+)$/,
    (config, [, n]) => set('The priority', n, STP_PRIORITY, (p) => (config.stp.priority = p)),
  ],
  [/^nv set mlag mac-address (\S+)$/, (config, [, mac = '']) => void (pairIn(config).systemMac = macIn(mac))],
  [/^nv set mlag backup (\S+)(?: vrf (\S+))?$/, (config, [, to, vrf]) => backup(pairIn(config), to, vrf)],
  [/^nv set mlag priority (\d+)$/, (config, [, n]) => rolePriority(pairIn(config), n)],
  [/^nv set mlag init-delay (\d+)$/, (config, [, s]) => seconds(pairIn(config).numbers, 'member-restore-ms', s)],
  [
    /^nv set vrf default router static 0\.0\.0\.0\/0(?: distance (\d+))? via (\S+)$/,
    (config, [, distance, next]) => defaultRoute(config, next, distance),
  ],
  ...understood(/^nv set mlag (peer-ip linklocal|enable on|state enabled)$/),
  [
    /^nv set interface (\S+) (.+)$/,
    (config, [, name = '', rest = '']) => taker(INTERFACE, { config, port: portIn(config, name) })(rest, 0),
  ],
  ...understood(/^nv config apply( -y)?$/),
]

const STANZA: readonly Rule<On>[] = [
  [/^mtu (\d+)$/, ({ port }, [, bytes]) => set('The MTU', bytes, MTU, (n) => (port.mtu = n))],
  [/^address (\d\S+)$/, ({ port }, [, text = '']) => routedBy(port, text)],
  [
    /^bond-slaves (.+)$/,
    (on, [, names = '']) =>
      names
        .split(' ')
        .flatMap(namesIn)
        .map((name) => member(on, name))[0],
  ],
  [/^bond-lacp-rate (0|1|slow|fast)$/, ({ port }, [, rate = '']) => void (port.fast = ['1', 'fast'].includes(rate))],
  [/^bond-min-links (\d+)$/, ({ port }, [, n]) => (n === '1' ? undefined : minLinks(port, n))],
  [
    /^bond-lacp-bypass-allow (yes|no)$/,
    ({ port }, [, on]) => {
      if (on === 'yes') port.lacp = { ...port.lacp, fallback: 'individual' }
    },
  ],
  [/^clag-id (\d+)$/, ({ port }, [, n]) => pairId(port, n)],
  [/^bridge-access (\d+)$/, ({ port }, [, id]) => accessVlan(port, id)],
  [/^bridge-pvid (\d+)$/, ({ port }, [, id]) => nativeVlan(port, id)],
  [/^bridge-allow-untagged no$/, ({ port }) => noUntagged(port)],
  [/^bridge-vids (\d[\d -]*)$/, ({ port }, [, list = '']) => carries(port, list.replaceAll(' ', ','))],
  [/^mstpctl-portpathcost (\d+)$/, ({ port }, [, n]) => pathCost(port, n)],
  [/^mstpctl-portadminedge yes$/, ({ port }) => void (port.stp = { ...port.stp, edge: true })],
  [/^alias (.+)$/, ({ port }, [, text = '']) => void (port.description = text)],
  [/^mstpctl-portrestrrole yes$/, ({ port }) => void (port.stp = { ...port.stp, guard: 'root' })],
  [/^mstpctl-bpduguard yes$/, ({ port }) => void (port.stp = { ...port.stp, guard: 'bpdu' })],
  [
    /^address-virtual (\S+) (\d[\d.]+)\/\d+$/,
    ({ port }, [, mac = '', address]) => {
      port.virtualMac = macIn(mac)
      return virtualAddress(port, address)
    },
  ],
  ...understood(/^bond-mode 802\.3ad$/, /^bond-miimon \d+$/, /^vrf mgmt$/, /^vlan-id \d+$/, /^vlan-raw-device \S+$/),
]

const BRIDGE: readonly Rule<SwitchConfig>[] = [
  [
    /^bridge-ports (.+)$/,
    (config, [, names = '']) => {
      for (const name of names.split(' ').flatMap(namesIn)) bridged(portIn(config, name))
    },
  ],
  [/^bridge-vids (\d[\d -]*)$/, (config, [, list = '']) => defineVlans(config, vlanNumbers(list.replaceAll(' ', ',')))],
  [
    /^mstpctl-treeprio (\d+)$/,
    (config, [, n]) => set('The priority', n, STP_PRIORITY, (p) => (config.stp.priority = p)),
  ],
  ...understood(/^bridge-vlan-aware yes$/, /^bridge-pvid 1$/),
]

const CLAGD: readonly Rule<PairConfig>[] = [
  [/^clagd-backup-ip (\S+)(?: vrf (\S+))?$/, (pair, [, to, vrf]) => backup(pair, to, vrf)],
  [/^clagd-sys-mac (\S+)$/, (pair, [, mac = '']) => void (pair.systemMac = macIn(mac))],
  [/^clagd-priority (\d+)$/, (pair, [, n]) => rolePriority(pair, n)],
  [/^clagd-args ((?:--\w+ \d+ ?)+)$/, (pair, [, args = '']) => clagdArgs(pair, args)],
  ...understood(/^clagd-peer-ip linklocal$/, /^clagd-enable yes$/),
]

const LOOPBACK: readonly Rule<SwitchConfig>[] = [
  [
    /^post-up ip route replace default((?: nexthop via \S+)+)$/,
    (config, [, hops = '']) =>
      hops
        .split(' nexthop via ')
        .slice(1)
        .map((next) => defaultRoute(config, next))
        .find((why) => why !== undefined),
  ],
  [
    /^post-up ip route replace default via (\S+) metric (\d+)$/,
    (config, [, next, metric]) => defaultRoute(config, next, metric),
  ],
]

/** The statements of Cumulus Linux that a design can hold: NVUE's commands and file, and ifupdown2's file. */
export const nvidiaCumulusGrammars: readonly Grammar[] = [
  {
    vendor: 'nvidia-cumulus',
    printedBy: 'nv config show -o commands',
    statements: NVIDIA_CUMULUS_SEEN,
    layout: fromCommands,
    globals: NVUE,
    modes: [],
  },
  {
    vendor: 'nvidia-cumulus',
    format: 'NVUE YAML',
    printedBy: 'nv config show',
    statements: NVIDIA_CUMULUS_SEEN,
    layout: fromYaml,
    globals: NVUE,
    modes: [],
  },
  {
    vendor: 'nvidia-cumulus',
    format: 'ifupdown2',
    printedBy: '/etc/network/interfaces',
    statements: NVIDIA_CUMULUS_SEEN,
    layout: commentedLines,
    globals: understood(/^auto \S+$/),
    modes: [
      modeOf(/^iface (?:br_default|bridge)$/, (config) => config, BRIDGE),
      modeOf(/^iface peerlink\.4094$/, pairIn, CLAGD),
      modeOf(/^iface lo inet loopback$/, (config) => config, LOOPBACK),
      modeOf(/^iface mgmt$/, () => null, understood(/^address \S+$/, /^vrf-table auto$/)),
      modeOf(
        /^iface (\S+)(?: inet dhcp)?$/,
        (config, [, name = '']) => ({ config, port: portIn(config, name) }),
        STANZA,
      ),
    ],
  },
]

function backup(pair: PairConfig, to: string | undefined, vrf: string | undefined): string | undefined {
  if (!isAddress(to)) return 'The address must be an IPv4 host address.'
  pair.keepalive = { to, from: null, vrf: vrf ?? 'default' }
  return undefined
}

function rolePriority(pair: PairConfig, text: string | undefined): string | undefined {
  return set('The priority', text, SETTING, (p) => (pair.rolePriority = p))
}

/** Timers of the daemon; a port or a socket's time-out changes nothing of what is drawn. */
function clagdArgs(pair: PairConfig, args: string): string | undefined {
  for (const [, name, value] of args.matchAll(/--(\w+) (\d+)/g)) {
    const key = name === 'initDelay' ? 'member-restore-ms' : CLAGD_ARGS.find(([, argument]) => argument === name)?.[0]
    const problem = key === undefined ? undefined : seconds(pair.numbers, key, value)
    if (problem !== undefined) return problem
  }
  const poll = pair.numbers.get('heartbeat-interval-ms')
  if (poll !== undefined && !pair.numbers.has('heartbeat-timeout-ms'))
    pair.numbers.set('heartbeat-timeout-ms', poll * POLLS_TO_TIMEOUT)
  return undefined
}
