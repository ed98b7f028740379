import type { Design } from './design.ts'
import { withoutStrayDrawing } from './drawing.ts'
import { done, type Edit, type EditContext, type EditResult, refused } from './edit.ts'
import { dissolveBond, setBond, setBondEnd } from './editBonds.ts'
import { connect, setLink, setLinkRole } from './editCables.ts'
import { addDevice, addPair, moveDevices, removeAll, setDevice, setPlatform } from './editDevices.ts'
import { pairSwitches, setDomain, setKeepalive, setPeering, setSetting, unpair } from './editDomains.ts'
import { addGateway, removeGateway, setGateway } from './editGateways.ts'
import { generateFlows } from './editFlows.ts'
import { addFlow, addVlan, removeFlows, removeVlan, renameVlan, setFlow } from './editVlans.ts'
import { followRenames } from './followRenames.ts'
import { brokenRule, FREE_TEXT, LIST_LIMITS } from './fieldRules.ts'
import { documentProblems } from './problems.ts'
import { isSame } from './same.ts'

export type { Edit, EditContext, EditResult, Plug } from './edit.ts'
export { connectProblem } from './editCables.ts'

/**
 * Applies one edit. A design without problems stays one: an edit that would break it is refused with the reason, as is
 * one that names things that no longer exist. Never throws.
 */
export function applyEdit(design: Design, edit: Edit, context: EditContext): EditResult {
  return applyEdits(design, [edit], context)
}

/**
 * Applies several edits as one: all of them, or none where one is refused. What binds the parts of a design together
 * must hold at the end, not in between: two names can change places.
 */
export function applyEdits(design: Design, edits: readonly Edit[], context: EditContext): EditResult {
  let drawn = design
  const made: string[] = []
  for (const edit of edits) {
    const result = changed(drawn, edit, context)
    if (!result.ok) return result
    drawn = result.design
    made.push(...result.made)
    const full = tooMany(drawn)
    if (full !== null) return refused(full)
  }
  return settled(design, done(drawn, made))
}

/** What becomes of a design by a change: refused where it would not be a sound one afterwards. */
export function settled(design: Design, result: EditResult): EditResult {
  if (!result.ok || result.design === design) return result
  const full = tooMany(result.design)
  if (full !== null) return refused(full)
  const [problem] = documentProblems(result.design)
  if (problem) return refused(problem.text)
  if (isSame(result.design, design)) return done(design)
  return { ...result, design: withoutStrayDrawing(followRenames(design.topology, result.design)) }
}

function changed(design: Design, edit: Edit, context: EditContext): EditResult {
  switch (edit.type) {
    case 'set-title':
      return setTitle(design, edit.title)
    case 'add-device':
      return addDevice(design, edit)
    case 'add-pair':
      return addPair(design, edit.vendor, edit.at, context)
    case 'remove':
      return removeAll(design, edit.devices, edit.links, edit.notes)
    case 'move-devices':
      return moveDevices(design, edit.to, edit.notes)
    case 'set-device':
      return setDevice(design, edit.device, edit.set)
    case 'set-platform':
      return setPlatform(design, edit.device, edit.vendor, context)
    case 'pair-switches':
      return pairSwitches(design, edit.peers, context)
    case 'unpair':
      return unpair(design, edit.domain)
    case 'connect':
      return connect(design, edit, context)
    case 'set-link-role':
      return setLinkRole(design, edit)
    case 'set-link':
      return setLink(design, edit.link, edit.set)
    case 'set-bond':
      return setBond(design, edit.bond, edit.set)
    case 'set-bond-end':
      return setBondEnd(design, edit.bond, edit.end, edit.set)
    case 'dissolve-bond':
      return dissolveBond(design, edit.bond)
    case 'set-domain':
      return setDomain(design, edit.domain, edit.set)
    case 'set-keepalive':
      return setKeepalive(design, edit.domain, edit.set)
    case 'set-peering':
      return setPeering(design, edit.domain, edit.set)
    case 'add-gateway':
      return addGateway(design, edit.domain, edit.vlan)
    case 'set-gateway':
      return setGateway(design, edit.domain, edit.vlan, edit.set)
    case 'remove-gateway':
      return removeGateway(design, edit.domain, edit.vlan)
    case 'set-number':
    case 'set-switch':
    case 'set-choice':
      return setSetting(design, edit)
    case 'add-vlan':
      return addVlan(design, edit)
    case 'rename-vlan':
      return renameVlan(design, edit)
    case 'remove-vlan':
      return removeVlan(design, edit.id)
    case 'add-flow':
      return addFlow(design, edit)
    case 'generate-flows':
      return generateFlows(design, edit.pattern)
    case 'set-flow':
      return setFlow(design, edit.flow, edit.ports)
    case 'remove-flows':
      return removeFlows(design, edit.flows)
  }
}

function setTitle(design: Design, title: string): EditResult {
  const rule = brokenRule(FREE_TEXT, title)
  return rule === null ? done({ ...design, title }) : refused(`The title ${rule}.`)
}

function tooMany({ topology }: Design): string | null {
  for (const list of LISTS) {
    if (topology[list].length > LIST_LIMITS[list]) return `A design holds at most ${LIST_LIMITS[list]} ${list}.`
  }
  const wide = topology.bonds.some(({ members }) => members.length > LIST_LIMITS.members)
  return wide ? `A bond holds at most ${LIST_LIMITS.members} cables.` : null
}

const LISTS = ['devices', 'ports', 'links', 'bonds', 'domains', 'vlans', 'flows'] as const
