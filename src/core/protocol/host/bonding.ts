import type { Sourced } from '../../model/profile.ts'

/** How often a bonded Linux host looks at the carrier of its members: a loss is noticed after at most this time. */
export const HOST_DEBOUNCE: Sourced<number> = {
  value: 100,
  source: 'Linux kernel documentation, "Linux Ethernet Bonding Driver HOWTO", miimon (100 ms is the usual setting)',
  confidence: 'documented',
}

/**
 * LACP key of a bonded Linux host: user key, speed code and duplex bit.
 * Source: Linux drivers/net/bonding/bond_3ad.c; the code of 1 Gb/s was measured, the others follow its order.
 */
export function hostLacpKey(speedGbps: number): number {
  const code = SPEED_CODES.find(([gbps]) => gbps >= speedGbps)?.[1] ?? 14
  return (code << 1) | 1
}

const SPEED_CODES: readonly (readonly [number, number])[] = [
  [1, 4],
  [2.5, 5],
  [5, 6],
  [10, 7],
  [14, 8],
  [20, 9],
  [25, 10],
  [40, 11],
  [50, 12],
  [56, 13],
  [100, 14],
]

/** Linux bonding announces the worst priority unless told otherwise. Source: bond_3ad.c, and measured. */
export const HOST_SYSTEM_PRIORITY = 65535
