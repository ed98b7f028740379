/**
 * `derive`, whose latest results are remembered by what they were derived from. Not all of them: the steps that undo
 * keeps would hold on to the look-ups of hundreds of designs.
 */
export function remembering<Of extends object, Result>(derive: (of: Of) => Result): (of: Of) => Result {
  const latest: { readonly of: Of; readonly result: Result }[] = []
  return (of) => {
    const known = latest.find((one) => one.of === of)
    if (known !== undefined) return known.result
    const result = derive(of)
    latest.unshift({ of, result })
    latest.length = Math.min(latest.length, REMEMBERED)
    return result
  }
}

const REMEMBERED = 3
