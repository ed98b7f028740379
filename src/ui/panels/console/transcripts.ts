import { create } from 'zustand'
import type { DeviceId } from '../../../core/model/ids.ts'
import type { SimTime } from '../../../core/model/runView.ts'

/** One line that was typed and what the device said. */
export interface Exchange {
  /** Counts up, so that the same line twice is two exchanges. */
  readonly seq: number
  readonly at: SimTime
  readonly prompt: string
  readonly line: string
  readonly answer: readonly string[]
}

interface Transcripts {
  readonly of: ReadonlyMap<DeviceId, readonly Exchange[]>
  readonly add: (device: DeviceId, exchange: Omit<Exchange, 'seq'>) => void
  readonly clear: (device: DeviceId) => void
}

/** What was said on every console, for as long as the page is open: the latest exchanges of each device. */
export const useTranscripts = create<Transcripts>()((set) => ({
  of: new Map(),
  add: (device, exchange) =>
    set(({ of }) => {
      const known = of.get(device) ?? []
      const next = { ...exchange, seq: (known.at(-1)?.seq ?? 0) + 1 }
      return { of: new Map(of).set(device, [...known, next].slice(-KEPT)) }
    }),
  clear: (device) => set(({ of }) => ({ of: new Map(of).set(device, []) })),
}))

/** Lines that were typed, without repetitions in a row: what the arrows walk through. */
export function typedLines(exchanges: readonly Exchange[]): readonly string[] {
  const lines = exchanges.map(({ line }) => line).filter((line) => line.trim() !== '')
  return lines.filter((line, at) => line !== lines[at - 1])
}

export function transcriptText(exchanges: readonly Exchange[]): string {
  return exchanges.map(({ prompt, line, answer }) => [`${prompt}${line}`, ...answer].join('\n')).join('\n')
}

const KEPT = 60
