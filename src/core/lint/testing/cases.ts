import type { Design } from '../../model/design.ts'
import { networkOf } from '../../model/network.ts'
import { documentProblems } from '../../model/problems.ts'
import { VENDOR_IDS, type VendorId } from '../../model/topology.ts'
import { scenarioProblems } from '../../scenarios/problems.ts'
import { PROFILES } from '../../vendors/index.ts'
import { NAMINGS, PLATFORMS } from '../../vendors/platforms.ts'
import { applyFix } from '../fix.ts'
import { lint, type Finding } from '../lint.ts'
import { cablesOn } from '../modules.ts'
import type { Counterexample, Rule } from '../rule.ts'
import { RULES } from '../rules/index.ts'
import { unseen } from './play.ts'

/** What a rule lets pass and what it finds, each under a name. */
export interface RuleCases {
  readonly rule: Rule
  readonly valid: Designs
  readonly invalid: Designs
}

export type Designs = Readonly<Record<string, Design>>

export type Case = readonly [id: string, name: string, rule: Rule, design: Design, valid: Designs]

export function casesOf(all: readonly RuleCases[], kind: 'valid' | 'invalid'): readonly Case[] {
  return all.flatMap(({ rule, valid, [kind]: designs }) =>
    Object.entries(designs).map(([name, design]): Case => [rule.id, name, rule, design, valid]),
  )
}

/** The same case on every platform, or on those that are named. */
export function onEach(make: (vendor: VendorId) => Design, vendors: readonly VendorId[] = VENDOR_IDS): Designs {
  return Object.fromEntries(vendors.map((vendor) => [PLATFORMS[vendor].words.platform, make(vendor)]))
}

export function find(rule: Rule, design: Design): readonly Finding[] {
  return lint(design, PROFILES, [rule]).findings
}

/** What is not as it should be with a design that the rule lets pass. */
export function wrongWithValid(rule: Rule, design: Design): readonly string[] {
  return [...documentProblems(design), ...find(rule, design)].map(({ text }) => text)
}

/** Rules that neither play what they prevent on one of their designs nor say why not, or do both. */
export function neverPlayed(all: readonly RuleCases[]): readonly string[] {
  return all
    .filter(({ rule, invalid }) => {
      const plays = Object.values(invalid).some((design) => find(rule, design).some((one) => one.counterexample))
      return plays === (rule.unplayable !== undefined)
    })
    .map(({ rule }) => rule.id)
}

/** What is not as it should be with what the rule finds: words, objects, the fix, the counterexample. */
export function wrongWithInvalid(rule: Rule, design: Design, valid: Designs): readonly string[] {
  const found = find(rule, design)
  return [
    ...documentProblems(design).map(({ text }) => text),
    ...(found.length === 0 ? ['nothing is found'] : []),
    ...found.flatMap((finding) => [
      ...wrongWords(finding),
      ...wrongObjects(finding, design),
      ...wrongFix(rule, finding, design),
      ...wrongFailure(finding, design, valid),
    ]),
  ]
}

function wrongWords({ title, text, why, wayOut, source, fix, counterexample }: Finding): readonly string[] {
  const sentences = [title, text, why, wayOut, ...(counterexample ? [counterexample.story] : [])]
  return [
    ...sentences.filter((one) => !/^\S.*[.:)]$/s.test(one) || /undefined|NaN|\[object|\.\.| {2}/.test(one)),
    ...(source.length > 10 ? [] : ['no source']),
    ...(fix === null || /^[A-Z0-9].*[^.]$/.test(fix.label) ? [] : [fix.label]),
  ]
}

function wrongObjects({ objects }: Finding, { topology }: Design): readonly string[] {
  const { devices, links, bonds, domains, flows } = topology
  const ids = new Set<string>([devices, links, bonds, domains, flows].flatMap((list) => list.map(({ id }) => id)))
  const twice = objects.filter((id, at) => objects.indexOf(id) !== at)
  return [...objects.filter((id) => !ids.has(id)), ...twice].map((id) => `object ${id}`)
}

/** The fix is taken, mends this finding, and leads to no error that was not there. */
function wrongFix(rule: Rule, finding: Finding, design: Design): readonly string[] {
  if (finding.fix === null) return []
  const mended = applyFix(design, finding.fix, { namings: NAMINGS })
  if (!mended.ok) return [`${finding.fix.label}: ${mended.message}`]
  if (mended.design === design) return [`${finding.fix.label}: changes nothing`]
  const again = find(rule, mended.design).filter(({ text }) => text === finding.text)
  const before = new Set(errorsOf(design).map(({ rule }) => rule))
  const fresh = errorsOf(mended.design).filter((error) => !before.has(error.rule))
  return [...again, ...fresh].map(({ text }) => `after ${finding.fix?.label}: ${text}`)
}

function errorsOf(design: Design): readonly Finding[] {
  return lint(design, PROFILES).findings.filter(({ severity }) => severity === 'error')
}

/** The bad thing happens on this design, and not once it is mended, or not on a design that the rule lets pass. */
function wrongFailure({ counterexample, fix }: Finding, design: Design, valid: Designs): readonly string[] {
  if (counterexample === null) return []
  const problems = problemsOn(design, counterexample)
  if (problems.length > 0) return problems
  if (counterexample.shows.length === 0) return ['the counterexample shows nothing']
  const missed = unseen(design.topology, counterexample).map((shown) => `not seen: ${JSON.stringify(shown)}`)
  const mended = fix && applyFix(design, fix, { namings: NAMINGS })
  const good = (mended ? (mended.ok ? [mended.design] : []) : Object.values(valid)).filter(
    (one) => problemsOn(one, sparing(one, counterexample)).length === 0,
  )
  const still = good.filter((one) => unseen(one.topology, sparing(one, counterexample)).length === 0)
  // Without a fix, what the rule lets pass may lack a choice: one good design is enough.
  if (!mended && still.length < good.length) return missed
  return [
    ...missed,
    ...still.map(({ title }) => `${counterexample.scenario.name}: seen on a good design too (${title})`),
  ]
}

/** Things that the counterexample names and the design has not. */
function problemsOn({ topology }: Design, { scenario, shows }: Counterexample): readonly string[] {
  const ids = new Set<string>(
    [topology.devices, topology.bonds, topology.domains, topology.links].flatMap((list) => list.map(({ id }) => id)),
  )
  const named = shows.flatMap((shown) =>
    Object.entries(shown).flatMap(([key, value]) => (OBJECTS.has(key) ? value : [])),
  )
  return [
    ...scenarioProblems(networkOf(topology), scenario).map(({ text }) => `scenario: ${text}`),
    ...named.filter((id) => !ids.has(String(id))).map((id) => `no ${id}`),
  ]
}

/** Cables that were taken out of the conduit or the module do not share its fate any more. */
function sparing({ topology }: Design, counterexample: Counterexample): Counterexample {
  const { scenario, together } = counterexample
  if (together === undefined) return counterexample
  const links =
    'conduit' in together
      ? topology.links.filter(({ conduit }) => conduit === together.conduit)
      : cablesOn(networkOf(topology), together.device, new Set(together.modules))
  const inside = new Set<string>(links.map(({ id }) => id))
  const steps = scenario.steps.filter(({ command }) => command.type === 'fail' && inside.has(command.target))
  return { ...counterexample, scenario: { ...scenario, steps } }
}

const OBJECTS = new Set(['domain', 'host', 'with', 'device', 'bond', 'links'])

/** Ids of the catalog's rules in a group, in its order. */
export function idsOf(group: string): readonly string[] {
  return RULES.map(({ id }) => id).filter((id) => id.startsWith(`${group}/`))
}
