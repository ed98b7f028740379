import type { LacpIdentity } from '../../model/protocolView.ts'
import { NO_PARTNER } from './identity.ts'
import { isAttached, isInUse } from './standby.ts'
import { portsOf } from './store.ts'
import type { LacpPort, LacpSystem, PeerLeg } from './types.ts'

/**
 * What a system tells the other peer of its pair about its leg of an aggregation: whom it hears, and which of its ports
 * can be used. Peers that know this of each other notice a bond that is cabled to two different partners, and rank their
 * ports together where the aggregation may have only so many links.
 * Source: RFC 7275, 7.2.4 and 7.2.5 (mLACP port and aggregator state), as open implementations report it.
 */
export function legOf(system: LacpSystem, lagId: string, leads: boolean): PeerLeg {
  const ports = portsOf(system, lagId)
  const usable = ports.filter((port) => port.selected !== 'unselected' && isInUse(port))
  const heard = usable[0] ?? ports.find(isHeard)
  return {
    partner: heard === undefined ? null : nameOf(heard),
    leads,
    ports: usable.map((port) => ({
      actor: identifierOf(port.actor),
      partner: identifierOf(port.partner),
      attached: isAttached(port),
    })),
  }
}

/** A port that hears another partner than the peer that leads: were it used, the bond would go two ways at once. */
export function isStranger(port: LacpPort, { leads, partner }: PeerLeg): boolean {
  if (!leads || partner === null || port.partner.system === NO_PARTNER.system) return false
  const own = nameOf(port)
  return own.system !== partner.system || own.systemPriority !== partner.systemPriority || own.key !== partner.key
}

function nameOf({ partner: { systemPriority, system, key } }: LacpPort): NonNullable<PeerLeg['partner']> {
  return { systemPriority, system, key }
}

function identifierOf({ portPriority, port }: LacpIdentity): Pick<LacpIdentity, 'portPriority' | 'port'> {
  return { portPriority, port }
}

function isHeard(port: LacpPort): boolean {
  return port.rx === 'current'
}
