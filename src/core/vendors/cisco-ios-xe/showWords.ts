import type { ShowContext, ShowLag } from '../show/context.ts'

/** "Te1/0/1" of TenGigabitEthernet1/0/1, as IOS XE shortens names in tables; other names stay. */
export function shortName(name: string): string {
  const [, kind = '', number = ''] = /^([A-Za-z-]+)(\d.*)$/.exec(name) ?? []
  const short = SHORT[kind]
  return short === undefined ? name : short + number
}

export function lagName({ lag }: ShowLag): string {
  return `Po${lag.channel}`
}

/** A bonded or a single port by its own name and its short one. */
export function nameOn(context: ShowContext, on: string): string {
  const lag = context.lags.find((one) => one.lag.bond.id === on)
  if (lag !== undefined) return lagName(lag)
  return shortName(context.ports.find(({ port }) => port.id === on)?.port.name ?? '')
}

/** "0200.0000.0a0b". */
export function dotted(mac: string): string {
  return (mac.replaceAll(':', '').match(/.{4}/g) ?? []).join('.')
}

const SHORT: Readonly<Record<string, string>> = {
  FastEthernet: 'Fa',
  GigabitEthernet: 'Gi',
  TwoGigabitEthernet: 'Tw',
  FiveGigabitEthernet: 'Fi',
  TenGigabitEthernet: 'Te',
  TwentyFiveGigE: 'Twe',
  FortyGigabitEthernet: 'Fo',
  HundredGigE: 'Hu',
  Ethernet: 'Et',
}
