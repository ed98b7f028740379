import { useUi, type Tool } from '../../state/uiStore.ts'
import { place } from '../canvas/placing.ts'

/** The next click on the canvas places the item; the same item again lets go of it. */
export function armTool(tool: Tool): void {
  const ui = useUi.getState()
  const armed = ui.tool === tool ? null : tool
  ui.set({ tool: armed, connecting: null })
  ui.announce(armed === null ? 'Cancelled' : 'Click on the canvas to place it, Escape cancels')
}

/** Without a pointer: in the middle of what the canvas shows. */
export function placeAtCentre(tool: Tool): void {
  const ui = useUi.getState()
  ui.set({ tool: null })
  place(tool, ui.viewCentre, CABLE_ROOM)
}

/** Between what is placed without looking and what stands there: its cables can be seen. */
const CABLE_ROOM = 96
