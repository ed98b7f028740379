import type { FlowCost, LeastWait } from './upgrade.ts'

/** What a search found, as sentences: the answer first, then what it rests on. */
export function upgradeSentences(found: LeastWait): readonly string[] {
  const { request, waitUs, resolutionUs, sooner, waitsFor, anyway, longest, tried } = found
  const { first, second } = found
  return [
    leastText(found),
    `With it no flow loses more than ${secondsText(request.limitUs)}${anyway.length === 0 ? '' : ', apart from those that do however long one waits'}.`,
    ...(sooner?.worst ? [`${secondsText(waitUs - sooner.waitUs)} sooner, ${costText(sooner.worst)}.`] : []),
    ...(waitsFor === null
      ? []
      : [`What happens then: ${waitsFor.text}, ${secondsText(waitsFor.sinceUs)} after ${first} went down.`]),
    ...(anyway.length === 0 ? [] : [`More than that however long one waits: ${listText(anyway)}.`]),
    `${first} and ${second} are each away for ${request.gapS + request.bootS} s, their front ports ${request.gapS} s before the rest. Nothing is pending any more ${secondsText(longest.waitUs)} after ${first} went down. Found to ${secondsText(resolutionUs)} in ${tried.length} runs, with probes every ${request.probeUs / 1_000} ms.`,
  ]
}

/** The answer in one sentence. */
export function leastText({ first, second, waitUs, afterBootUs }: LeastWait): string {
  const after = afterBootUs < 0 ? '' : `, ${secondsText(afterBootUs)} after it is powered on again`
  return `${second} may reload ${secondsText(waitUs)} after ${first} went down${after}.`
}

export function secondsText(us: number): string {
  return `${Number((us / 1_000_000).toFixed(3))} s`
}

function costText({ from, to, lengthUs, open }: FlowCost): string {
  return `${from} → ${to} loses ${secondsText(lengthUs)}${open ? ' and is still out' : ''}`
}

function listText(costs: readonly FlowCost[]): string {
  const told = costs.slice(0, MOST).map(({ from, to, lengthUs }) => `${from} → ${to} ${secondsText(lengthUs)}`)
  return [...told, ...(costs.length > MOST ? [`and ${costs.length - MOST} more`] : [])].join(', ')
}

const MOST = 12
