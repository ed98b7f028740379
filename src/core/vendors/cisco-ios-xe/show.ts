import type { Console } from '../show/console.ts'
import { IOS_XE_BRIDGE_COMMANDS } from './showBridge.ts'
import { IOS_XE_LINK_COMMANDS } from './showLinks.ts'

/** First-aid commands of a switch below a pair. Lines and columns whose value the simulation does not have are left out. */
export const ciscoIosXeConsole: Console = {
  prompt: (name) => `${name}#`,
  unknown: "% Invalid input detected at '^' marker.",
  ambiguous: '% Ambiguous command',
  pipes: ['include', 'exclude', 'begin', 'section', 'count'],
  commands: [...IOS_XE_LINK_COMMANDS, ...IOS_XE_BRIDGE_COMMANDS],
}
