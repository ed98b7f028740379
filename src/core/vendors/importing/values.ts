import { brokenRule, IPV4, type NumberRule, PREFIX_LENGTH, VLAN_ID } from '../../model/fieldRules.ts'

/** Reads "1,10-12,20"; null for anything else. */
export function vlanNumbers(text: string): readonly number[] | null {
  const numbers: number[] = []
  for (const part of text.split(',')) {
    const range = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part.trim())
    const first = Number(range?.[1])
    const last = Number(range?.[2] ?? first)
    if (brokenRule(VLAN_ID, first) !== null || brokenRule(VLAN_ID, last) !== null || last < first) return null
    for (let id = first; id <= last; id++) numbers.push(id)
  }
  return numbers
}

/** Reads "1 10 to 12 20"; null for anything else. */
export function vlanWordsIn(text: string): readonly number[] | null {
  return vlanNumbers(text.trim().replace(/ to /g, '-').replace(/ /g, ','))
}

/** "02:00:5e:00:53:0a" however it is cut; null for anything else. */
export function macIn(text: string): string | null {
  const digits = text.replace(/[:.-]/g, '').toLowerCase()
  return /^[0-9a-f]{12}$/.test(digits) ? (digits.match(/../g) ?? []).join(':') : null
}

/** A number of a statement, or why it cannot be one. */
export function numberIn(what: string, text: string | undefined, rule: NumberRule): number | string {
  const value = Number(text)
  const broken = brokenRule(rule, value)
  return broken === null ? value : `${what} ${broken}.`
}

/** "192.0.2.1/24" or "192.0.2.1 255.255.255.0"; null for anything else. */
export function addressIn(text: string): { readonly ip: string; readonly prefixLength: number } | null {
  const [ip = '', length = ''] = text.split(/[/ ]/)
  const prefixLength = /^\d+$/.test(length) ? Number(length) : maskLength(length)
  return brokenRule(IPV4, ip) === null && brokenRule(PREFIX_LENGTH, prefixLength) === null ? { ip, prefixLength } : null
}

export function isAddress(text: string | undefined): text is string {
  return brokenRule(IPV4, text) === null
}

/** Whether two addresses are in one network. */
export function sameNetwork(a: string, b: string, prefixLength: number): boolean {
  return bits(a).slice(0, prefixLength) === bits(b).slice(0, prefixLength)
}

function maskLength(mask: string): number {
  const ones = /^(1*)0*$/.exec(bits(mask))
  return ones?.[1]?.length ?? -1
}

function bits(address: string): string {
  return address
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('')
}
