import type { Network } from '../../core/model/network.ts'
import { scenarioProblems } from '../../core/scenarios/problems.ts'
import type { ReadyMade } from '../../core/scenarios/readyMade.ts'
import { TEMPLATES } from '../../core/templates/index.ts'

/** True when the design still has everything of the scenario's template: names alone may mean another thing elsewhere. */
export function fitsHere(net: Network, scenario: ReadyMade): boolean {
  const template = TEMPLATES.find(({ id }) => id === scenario.template)?.build().topology
  if (template === undefined) return false
  return (
    template.devices.every(({ name }) => net.deviceNamed.has(name)) &&
    template.domains.every(({ name }) => net.domainNamed.has(name)) &&
    scenarioProblems(net, scenario).length === 0
  )
}
