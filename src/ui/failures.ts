import { OctagonX, type LucideIcon } from 'lucide-react'
import { useShallow } from 'zustand/shallow'
import type { ActiveFailure } from '../core/model/runView.ts'
import type { Network } from '../core/model/network.ts'
import { portLabel } from '../core/model/network.ts'
import type { Device, Link } from '../core/model/topology.ts'
import type { Failure } from '../core/sim/failures/index.ts'
import { useNetwork } from '../state/network.ts'
import { useRuntime } from '../state/runtimeStore.ts'
import { useUi, type Target } from '../state/uiStore.ts'
import { useFailureCatalog } from './failureCatalog.ts'
import { shortPort } from './canvas/labels.ts'

/** One failure that can be done to a selected thing. */
export interface Breakable {
  readonly failure: Failure
  /** What it is done to, as the run names it. */
  readonly target: string
  readonly active: boolean
  readonly shortcut: string | null
}

/** What a selected thing is called in "Fail …", and how the run names it. Null: nothing that can fail. */
export function failureTarget(net: Network, selected: Target): FailureTarget | null {
  switch (selected.kind) {
    case 'device': {
      const device = net.devices.get(selected.id)
      return device ? { kind: 'device', target: device.name, name: device.name } : null
    }
    case 'port': {
      const port = net.ports.get(selected.id)
      const other = net.neighbour.get(selected.id)
      if (port === undefined || other === undefined) return null
      return {
        kind: 'link',
        target: portLabel(net, port),
        name: `${shortPort(port.name)} to ${net.devices.get(other.device)?.name ?? ''}`,
      }
    }
    case 'link': {
      const [a, b] = (net.links.get(selected.id)?.ends ?? []).map((end) => net.ports.get(end))
      if (a === undefined || b === undefined) return null
      return { kind: 'link', target: selected.id, name: `${deviceName(net, a.device)} to ${deviceName(net, b.device)}` }
    }
    case 'bond': {
      const domain = net.topology.domains.find(({ peerLink }) => peerLink === selected.id)
      return domain ? { kind: 'domain', target: domain.name, name: domain.name } : null
    }
    case 'domain': {
      const domain = net.domains.get(selected.id)
      return domain ? { kind: 'domain', target: domain.name, name: domain.name } : null
    }
    case 'note':
      return null
  }
}

/** Failures that make sense for a selected thing: some need a switch, some a peer. */
export function failuresOf(
  net: Network,
  catalog: readonly Failure[],
  selected: Target | undefined,
  target: FailureTarget,
): readonly Failure[] {
  const device = selected?.kind === 'device' ? net.devices.get(selected.id) : undefined
  return catalog.filter((failure) => {
    if (failure.targetKind !== target.kind) return false
    if (failure.id === 'uplink-down') return linkOf(net, selected)?.use === 'uplink'
    if (failure.id === 'lacp-drop') return linkOf(net, selected)?.use !== 'uplink'
    if (failure.id === 'loop-cable') return atSwitch(net, linkOf(net, selected))
    if (failure.id === 'same-mac') return device?.kind === 'host' && speaks(net, device)
    if (failure.id === 'management-switch-off') return isSwitched(net, target)
    if (failure.id === 'uplinks-lost') return uplinks(net, device).length > 0
    if (device === undefined || !NEEDS_PEER.has(failure.id)) return true
    return net.domainOf.has(device.id)
  })
}

/** The cable of a selected port or cable. */
function linkOf(net: Network, selected: Target | undefined): Link | undefined {
  if (selected?.kind === 'link') return net.links.get(selected.id)
  return selected?.kind === 'port' ? net.linkAt.get(selected.id) : undefined
}

function atSwitch(net: Network, link: Link | undefined): boolean {
  const ends = (link?.use === 'data' ? link.ends : []).flatMap((end) => net.ports.get(end) ?? [])
  return ends.some(({ device }) => net.devices.get(device)?.kind === 'switch')
}
/** Some keepalive of a pair runs over more than one cable: a management switch is between. */
function isSwitched(net: Network, { target }: FailureTarget): boolean {
  const domain = net.domainNamed.get(target)
  return domain !== undefined && (net.keepalivePathsOf.get(domain.id) ?? []).some((path) => path.length > 1)
}

/** Without a flow nothing of it would show. */
function speaks(net: Network, { id }: Device): boolean {
  return net.topology.flows.some(({ from, to }) => from === id || to === id)
}

function uplinks(net: Network, device: Device | undefined): readonly Link[] {
  const cabled = (device && net.portsOf.get(device.id))?.flatMap(({ id }) => net.linkAt.get(id) ?? []) ?? []
  return cabled.filter(({ use }) => use === 'uplink')
}

export interface FailureTarget {
  readonly kind: Failure['targetKind']
  readonly target: string
  readonly name: string
}

/** Failures of the one selected thing, with which of them are active now. */
export function useBreakables(selected: Target | undefined): readonly Breakable[] {
  const net = useNetwork()
  const target = selected === undefined ? null : failureTarget(net, selected)
  const catalog = useFailureCatalog((state) => state.failures)
  const all = useRuntime(useShallow((run) => (selected === undefined ? [] : activeOn(net, run, selected))))
  if (target === null) return []
  return failuresOf(net, catalog, selected, target).map((failure) => {
    const active = all.find((other) => other.failure === failure.id)
    return {
      failure,
      target: active?.target ?? target.target,
      active: active !== undefined,
      shortcut: SHORTCUTS[failure.id] ?? null,
    }
  })
}

/** Every active failure, once each. */
export function useActiveFailures(): readonly ActiveFailure[] {
  const keys = useRuntime(
    useShallow((run) => {
      return allActive(run)
    }),
  )
  return keys
}

/** Does a failure, or repairs it when it is active. */
export function toggleFailure({ failure, target, active }: Breakable): void {
  const { fail, repair } = useRuntime.getState()
  if (active) repair(failure.id, target)
  else fail(failure.id, target)
}

/** Cuts the selected cable or powers the selected device off, or repairs that: the shortcut X. */
export function toggleCut(net: Network): void {
  const [selected] = useUi.getState().selection
  const target = selected && failureTarget(net, selected)
  const failure = target?.kind === 'link' ? 'link-cut' : target?.kind === 'device' ? 'device-power-off' : null
  if (selected === undefined || target === undefined || target === null || failure === null) {
    return useUi.getState().announce('Select a cable, a port or a device first.')
  }
  const run = useRuntime.getState()
  const active = activeOn(net, run, selected).find((other) => other.failure === failure)
  if (active === undefined) run.fail(failure, target.target)
  else run.repair(failure, active.target)
}

/** All failures, and what can be done to the selected thing, with its options and times: the shortcut W. */
export function openFailures(failure: string | null = null): void {
  useUi.getState().set({ dialog: { kind: 'fail', failure } })
}

export function failureIcon(id: string): LucideIcon {
  return useFailureCatalog.getState().icons[id] ?? OctagonX
}

export function failureLabel(id: string): string {
  const { failures } = useFailureCatalog.getState()
  return failures.find((failure) => failure.id === id)?.label ?? id.replaceAll('-', ' ')
}

type Views = Pick<ReturnType<typeof useRuntime.getState>, 'links' | 'devices'>

/** Active failures that touch a selected thing. */
export function activeOn(net: Network, run: Views, selected: Target): readonly ActiveFailure[] {
  switch (selected.kind) {
    case 'note':
      return []
    case 'device':
      return run.devices.get(selected.id)?.failures ?? []
    case 'port': {
      const link = net.linkAt.get(selected.id)
      return (link && run.links.get(link.id)?.failures) ?? []
    }
    case 'link':
      return run.links.get(selected.id)?.failures ?? []
    case 'bond':
    case 'domain': {
      const target = failureTarget(net, selected)
      return allActive(run).filter((failure) => failure.target === target?.target)
    }
  }
}

/** Every active failure, once: one on a pair stands on each cable that it touches. */
export function allActive(run: Views): readonly ActiveFailure[] {
  const all = [...run.links.values(), ...run.devices.values()].flatMap((view) => view.failures)
  return [...new Map(all.map((failure) => [`${failure.failure} ${failure.target}`, failure])).values()]
}

function deviceName(net: Network, id: Parameters<Network['devices']['get']>[0]): string {
  return net.devices.get(id)?.name ?? ''
}

const SHORTCUTS: Readonly<Record<string, string>> = { 'link-cut': 'X', 'device-power-off': 'X' }

const NEEDS_PEER: ReadonlySet<string> = new Set(['mlag-agent-crash', 'config-drift'])
