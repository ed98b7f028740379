import type { Parameter } from './messages.ts'

/** Differences between both peers' parameters, in words. Empty: consistent. */
export function compareParameters(own: readonly Parameter[], peer: readonly Parameter[]): readonly string[] {
  const theirs = new Map(peer.map((parameter) => [keyOf(parameter), parameter.value]))
  const mine = new Set(own.map(keyOf))
  const differing = own.flatMap((parameter) => {
    const other = theirs.get(keyOf(parameter))
    if (other === parameter.value) return []
    return [`${titleOf(parameter)}: ${parameter.value} here, ${other ?? 'nothing'} at the peer`]
  })
  const missing = peer.filter((parameter) => !mine.has(keyOf(parameter)))
  return [
    ...differing,
    ...missing.map((parameter) => `${titleOf(parameter)}: nothing here, ${parameter.value} at the peer`),
  ]
}

function keyOf({ scope, name }: Parameter): string {
  return `${scope} ${name}`
}

function titleOf({ scope, name }: Parameter): string {
  return scope === 'domain' ? name : `${name} of ${scope}`
}
