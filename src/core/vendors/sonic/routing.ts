import type { Block, ConfigLine } from '../exporter.ts'
import { globals } from '../exporter.ts'
import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { freeText, word } from '../text.ts'
import { sonicProfile } from './profile.ts'

/**
 * VLAN interfaces with the address that both peers have, routed uplinks and static routes.
 * Where each statement was seen: `config interface ip add`, `config route add prefix … nexthop`: sonic-net/sonic-utilities,
 * config/main.py; the distance of a route is in the tables only.
 */
export function routingCommands({ device, pair, routing }: SwitchPlan): readonly Block[] {
  const from = pair?.domain.id ?? null
  const { gateways, uplinks } = routing
  const config = (texts: readonly string[], of: ConfigLine['from']) =>
    globals(
      of,
      texts.map((text) => `sudo config ${text}`),
    )
  return [
    config(
      gateways.map(
        ({ vlan, address, prefixLength }) => `interface ip add Vlan${vlan} ${word(address)}/${prefixLength}`,
      ),
      from,
    ),
    ...uplinks.map(({ port, link, towards, own, prefixLength }) => {
      const name = portOn(sonicProfile, port)
      return [
        { text: `# uplink: ${freeText(towards)}`, from: link.id },
        ...config(
          [
            `interface startup ${name}`,
            `interface mtu ${name} ${link.mtu}`,
            `interface ip add ${name} ${word(own)}/${prefixLength}`,
          ],
          link.id,
        ),
      ]
    }),
    config(
      uplinks.map(({ next }) => `route add prefix 0.0.0.0/0 nexthop ${word(next)}`),
      device.id,
    ),
  ]
}

interface Entry {
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
  readonly from: ConfigLine['from']
}

/** Source: sonic-net/sonic-buildimage, src/sonic-yang-models: sonic-vlan, sonic-interface, sonic-static-route. */
export function vlanInterfaces({ pair, routing }: SwitchPlan): readonly Entry[] {
  const from = pair?.domain.id ?? null
  const all = [
    ...routing.gateways.map(({ vlan, address, prefixLength }) => ({ vlan, address, prefixLength })),
    ...(routing.backup ? [{ ...routing.backup, address: routing.backup.own }] : []),
  ]
  return all.flatMap(({ vlan, address, prefixLength }) =>
    [`Vlan${vlan}`, `Vlan${vlan}|${word(address)}/${prefixLength}`].map((key) => ({ key, fields: {}, from })),
  )
}

export function uplinkAddresses({ routing }: SwitchPlan): readonly Entry[] {
  return routing.uplinks.flatMap(({ port, link, own, prefixLength }) => {
    const name = portOn(sonicProfile, port)
    return [name, `${name}|${word(own)}/${prefixLength}`].map((key) => ({ key, fields: {}, from: link.id }))
  })
}

/** One entry for the default route, with a list for each of its fields. */
export function staticRoutes({ device, routing }: SwitchPlan): readonly Entry[] {
  const { uplinks, backup } = routing
  if (uplinks.length === 0) return []
  const hops = [
    ...uplinks.map(({ next, port }) => ({ next, name: portOn(sonicProfile, port), distance: 0 })),
    ...(backup ? [{ next: backup.next, name: `Vlan${backup.vlan}`, distance: BACKUP_DISTANCE }] : []),
  ]
  const fields = {
    nexthop: hops.map(({ next }) => word(next)).join(','),
    ifname: hops.map(({ name }) => name).join(','),
    distance: hops.map(({ distance }) => distance).join(','),
  }
  return [{ key: 'default|0.0.0.0/0', fields, from: device.id }]
}

const BACKUP_DISTANCE = 250
