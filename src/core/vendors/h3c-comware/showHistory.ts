import { columns } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import { pairHistory, runTime } from '../show/history.ts'
import { NOT_CONFIGURED } from './showWords.ts'

/**
 * What made M-LAG interfaces, peer-link and keepalive go down and up.
 * Source: H3C Layer 2 LAN Switching Command Reference, display m-lag troubleshooting: recent causes with their time; its
 * layout is inferred, and times are those of the run.
 */
export const COMWARE_HISTORY_COMMANDS: readonly ShowCommand[] = [
  {
    syntax: 'display m-lag troubleshooting',
    help: 'recent causes of what went down',
    print: (context) => {
      if (context.pair === null) return NOT_CONFIGURED
      const records = pairHistory(context, MOST)
      return [
        `Total number of records: ${records.length}`,
        ...(records.length === 0 ? [] : [columns(WIDTHS, ['Time', 'Event'])]),
        ...records.map(({ at, text }) => columns(WIDTHS, [runTime(at), text])),
      ]
    },
  },
]

const MOST = 100
const WIDTHS = [15]
