import { differs, isOn, timerLeft, type ShowContext } from '../show/context.ts'

export function peerStatus({ pair }: ShowContext): string {
  if (pair?.inner?.adjacent === true) return 'peer adjacency formed ok'
  if (pair?.domain.peerLink === null) return 'peer link not configured'
  if (pair?.own.peerLink === 'down') return 'peer link is down'
  return pair?.own.keepalive === 'lost' ? 'peer is not reachable through peer-keepalive' : 'peer adjacency not formed'
}

export function keepaliveStatus({ pair }: ShowContext): string {
  switch (pair?.own.keepalive) {
    case 'alive': {
      const apart = pair.inner?.compared.some((row) => row.name === 'vPC domain' && row.peer !== null && differs(row))
      return apart === true ? 'peer is alive, but domain IDs do not match' : 'peer is alive'
    }
    case 'lost':
      return 'peer is not reachable through peer-keepalive'
    case 'none':
    case undefined:
      return 'Disabled'
  }
}

export function roleWords({ pair }: ShowContext): string {
  return pair === null || pair.own.role === 'electing' ? 'none established' : pair.own.role
}

export function timerText(context: ShowContext, timer: string, timeout: number): string {
  const left = timerLeft(context, timer)
  return left === null ? `Timer is off.(timeout = ${timeout}s)` : `Timer is on.(timeout = ${timeout}s, ${left}s left)`
}

export function soloText(context: ShowContext, timeout: number): string {
  if (!isOn(context, 'solo-start')) return 'Disabled'
  return `Enabled, timer is ${timerLeft(context, 'solo-start') === null ? 'off' : 'on'}.(timeout = ${timeout}s)`
}

export function ago(us: number): string {
  return `(${Math.floor(us / 1_000_000)}) seconds, (${Math.floor((us % 1_000_000) / 1_000)}) msec`
}
