import type { Design } from './design.ts'
import { networkOf } from './network.ts'
import { bondChecks } from './problemsOfBonds.ts'
import { cableChecks } from './problemsOfCables.ts'
import { deviceChecks } from './problemsOfDevices.ts'
import { domainChecks } from './problemsOfDomains.ts'
import { type Problem, repeats } from './problem.ts'

export type { Problem, ProblemCode } from './problem.ts'

/**
 * Everything that keeps the parts of a design from fitting together, causes before what follows from them. A design
 * without problems can be drawn, simulated and exported; whether it is a good design is for the lint rules.
 */
export function documentProblems(design: Design): readonly Problem[] {
  const checks = [...deviceChecks, ...cableChecks, ...domainChecks, ...bondChecks]
  const net = networkOf(design.topology)
  const parts = checks.flatMap((check) => check(design.topology, net))
  return [...parts, ...positions(design), ...sameNames(design), ...sameNotes(design)]
}

function positions({ topology, layout }: Design): readonly Problem[] {
  const devices = new Set<string>(topology.devices.map(({ id }) => id))
  const missing = topology.devices
    .filter(({ id }) => !Object.hasOwn(layout, id))
    .map(({ id, name }): Problem => ({
      code: 'missing-position',
      path: 'design.layout',
      objects: [id],
      text: `${name} has no position on the canvas.`,
      wayOut: `Add "${id}": { "x": 0, "y": 0 } to the layout.`,
    }))
  const stray = Object.keys(layout)
    .filter((id) => !devices.has(id))
    .map((id): Problem => ({
      code: 'unknown-device',
      path: `design.layout.${id}`,
      objects: [],
      text: `The layout places a device ${id} that does not exist.`,
      wayOut: 'Remove the entry from the layout.',
    }))
  return [...missing, ...stray]
}

function sameNotes({ notes = [] }: Design): readonly Problem[] {
  return repeats(notes, ({ id }) => id).map(([{ id }, , at]) => ({
    code: 'duplicate-id',
    path: `design.notes[${at}].id`,
    objects: [id],
    text: `Two notes have the id ${id}.`,
    wayOut: 'Give one of them another id.',
  }))
}

function sameNames({ scenarios = [] }: Design): readonly Problem[] {
  return repeats(scenarios, ({ name }) => name).map(([{ name }, , at]) => ({
    code: 'duplicate-name',
    path: `design.scenarios[${at}].name`,
    objects: [],
    text: `Two scenarios are called ${name}.`,
    wayOut: 'Rename one of them: bookmarks and links name a scenario by its name.',
  }))
}
