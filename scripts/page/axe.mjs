// What axe finds in the page: elements that break a rule, and contrast it cannot tell.
import { AxeBuilder } from '@axe-core/playwright'

export async function axe(page) {
  const { violations, incomplete } = await new AxeBuilder({ page }).analyze()
  const unclear = incomplete.filter(({ id }) => id === 'color-contrast')
  return { broken: elements(violations), unclear: elements(unclear) }
}

function elements(rules) {
  return rules.reduce((sum, { nodes }) => sum + nodes.length, 0)
}
