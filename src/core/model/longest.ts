/**
 * The longest of many, in the order they came, and how many are left out: an address that flaps makes thousands of
 * outages of a millisecond, and the first few of them say all.
 */
export function longestOf<T>(
  all: readonly T[],
  lengthOf: (one: T) => number,
  most = 12,
): { readonly shown: readonly T[]; readonly others: number } {
  if (all.length <= most) return { shown: all, others: 0 }
  const longest = new Set(all.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, most))
  return { shown: all.filter((one) => longest.has(one)), others: all.length - most }
}
