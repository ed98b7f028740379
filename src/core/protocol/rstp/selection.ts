import type { PortRole, RstpBridge, RstpPort, Vector } from './types.ts'
import { compareVectors, portId, sameTimes } from './vector.ts'

/**
 * Port role selection: finds the root and gives every port its role.
 * Source: IEEE 802.1D-2004, 17.28 and 17.21.25 (updtRolesTree), as open implementations that cite it report it.
 * Returns whether anything was to be selected.
 */
export function selectRoles(bridge: RstpBridge): boolean {
  const ports = [...bridge.ports.values()]
  if (!ports.some(({ reselect }) => reselect)) return false
  for (const port of ports) port.reselect = false
  const own: Vector = { root: bridge.config.id, cost: 0, bridge: bridge.config.id, port: 0 }
  let best = own
  let rootPort: RstpPort | null = null
  for (const port of ports) {
    const path = rootPath(bridge, port)
    if (path === null) continue
    // Port numbers grow along the map, but priorities need not: the own port id is the last tie-break.
    const order = compareVectors(path, best) || (rootPort === null ? 0 : idOf(port) - idOf(rootPort))
    if (order >= 0) continue
    best = path
    rootPort = port
  }
  const { helloTime, forwardDelay, maxAge } = bridge.config
  bridge.rootPort = rootPort?.config.number ?? null
  bridge.rootVector = rootPort === null ? own : best
  bridge.rootTimes =
    rootPort === null
      ? { messageAge: 0, maxAge, helloTime, forwardDelay }
      : { ...rootPort.portTimes, messageAge: rootPort.portTimes.messageAge + 1 }
  for (const port of ports) {
    port.designatedVector = {
      root: bridge.rootVector.root,
      cost: bridge.rootVector.cost,
      bridge: bridge.config.id,
      port: idOf(port),
    }
    port.designatedTimes = { ...bridge.rootTimes, helloTime }
    port.selectedRole = roleOf(bridge, port, port === rootPort)
    const beaten = port.infoIs === 'received' && port.selectedRole === 'designated'
    const outdated =
      port.infoIs === 'mine' &&
      (compareVectors(port.portVector, port.designatedVector) !== 0 || !sameTimes(port.portTimes, port.designatedTimes))
    port.updtInfo = port.infoIs === 'aged' || beaten || outdated
    port.guarded = guardOf(port)
    port.selected = true
    bridge.dirty.add(port.config.number)
  }
  return true
}

/** The way to the root over a port, null where it leads to this bridge itself or a guard forbids it. */
function rootPath(bridge: RstpBridge, port: RstpPort): Vector | null {
  if (port.infoIs !== 'received' || port.config.guard === 'root') return null
  if (port.portVector.bridge.mac === bridge.config.id.mac) return null
  return { ...port.portVector, cost: port.portVector.cost + port.config.cost }
}

function roleOf(bridge: RstpBridge, port: RstpPort, isRoot: boolean): PortRole {
  switch (port.infoIs) {
    case 'disabled':
      return 'disabled'
    case 'aged':
    case 'mine':
      return 'designated'
    case 'received': {
      if (isRoot) return 'root'
      if (compareVectors(port.designatedVector, port.portVector) < 0) return 'designated'
      return port.portVector.bridge.mac === bridge.config.id.mac ? 'backup' : 'alternate'
    }
  }
}

/** A BPDU guard that acted stays until the port comes up anew; root guard acts while superior BPDUs come. */
function guardOf(port: RstpPort): RstpPort['guarded'] {
  if (port.guarded === 'bpdu') return 'bpdu'
  const rejected = port.config.guard === 'root' && port.selectedRole === 'alternate'
  return rejected ? 'root' : 'none'
}

function idOf({ config }: RstpPort): number {
  return portId(config.priority, config.number)
}
