import type { Design } from './design.ts'
import type { Topology } from './topology.ts'

/** What is called something else since an edit is called so in scenarios as well. */
export function followRenames(before: Topology, design: Design): Design {
  if (design.scenarios === undefined || before === design.topology) return design
  const names = namesOf(before)
  const now = namesOf(design.topology)
  const renamed = new Map([...names].map(([id, name]) => [name, now.get(id) ?? name]))
  const scenarios = design.scenarios.map((scenario) => ({
    ...scenario,
    steps: scenario.steps.map((step) => {
      if (step.command.type === 'repair-all') return step
      return { ...step, command: { ...step.command, target: renamed.get(step.command.target) ?? step.command.target } }
    }),
  }))
  return { ...design, scenarios }
}

/** Everything that a target can name by something other than its id. */
function namesOf({ devices, domains, ports }: Topology): ReadonlyMap<string, string> {
  const names = new Map<string, string>([...devices, ...domains].map(({ id, name }) => [id, name]))
  for (const { id, device, name } of ports) names.set(id, `${names.get(device)}:${name}`)
  return names
}
