import type { EditCommand } from './command.ts'
import { ARRANGE_COMMANDS } from './arrangeCommands.ts'
import { DRAW_COMMANDS } from './drawCommands.ts'
import { GROW_COMMANDS } from './growCommands.ts'

/** Everything that can be done to what is selected, in the order in which it is offered. */
export const EDIT_COMMANDS: readonly EditCommand[] = [...GROW_COMMANDS, ...ARRANGE_COMMANDS, ...DRAW_COMMANDS]
