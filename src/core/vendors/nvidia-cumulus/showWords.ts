import type { ShowContext, ShowLag } from '../show/context.ts'

/** Names that several commands of the console print. */
export function nameOf({ lag }: ShowLag): string {
  return lag.role === 'peer-link' ? 'peerlink' : `bond${lag.channel}`
}

export function vrfOf({ pair }: ShowContext): string {
  const vrf = pair?.domain.keepalive.vrf ?? 'default'
  return vrf === 'management' ? 'mgmt' : vrf
}

/** Address of an interface with this MAC address. Source: RFC 4291, appendix A. */
export function linkLocal(mac: string): string {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = mac.split(':').map((octet) => Number.parseInt(octet, 16))
  const groups = [((a ^ 0x02) << 8) | b, (c << 8) | 0xff, 0xfe00 | d, (e << 8) | f]
  return `fe80::${groups.map((group) => group.toString(16)).join(':')}`
}

export const NOT_CONFIGURED = ['MLAG is not configured.']
