import type { SimTime } from '../../core/model/runView.ts'
import type { ReadyMade } from '../../core/scenarios/readyMade.ts'
import { presentNetwork } from '../../state/network.ts'
import { openTemplate } from '../../state/openDesign.ts'
import { playScenario } from '../../state/scenarios.ts'
import { useUi } from '../../state/uiStore.ts'
import { closeDialog } from '../dialogs/Frame.tsx'
import { fitsHere } from './fitsHere.ts'

/**
 * Plays a ready-made scenario, or goes to an instant of it: on the present design where it fits, else on its template.
 * Gives sentences that say why not, and none when it plays.
 */
export async function playReady(scenario: ReadyMade, at: SimTime | null): Promise<readonly string[]> {
  if (!fitsHere(presentNetwork(), scenario)) await openTemplate(scenario.template)
  const refused = playScenario(scenario, at)
  if (refused.length > 0) return refused
  closeDialog()
  useUi.getState().announce(scenario.story)
  return []
}
