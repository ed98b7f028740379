import type { LintOutput } from './output.ts'

/** Findings for a terminal: the sum in the first line, then each with the way out. */
export function lintText({ file, errors, warnings, infos, findings, off }: LintOutput, why: boolean): string {
  const counts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'note'],
  ] as const
  const sum = counts.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`]))
  const lines = [
    `${file}: ${sum.join(', ') || 'no problems'}`,
    ...findings.flatMap((finding) => findingLines(finding, why)),
    ...off.map(({ rule, reason, findings }) => `  off      ${rule} (would find ${findings.length}): ${reason}`),
  ]
  return `${lines.join('\n')}\n`
}

function findingLines(finding: LintOutput['findings'][number], why: boolean): readonly string[] {
  const { rule, severity, message, wayOut, path } = finding
  const place = rule.startsWith('document/') && path !== '' ? [`           It stands at ${path}.`] : []
  return [
    `  ${WORDS[severity].padEnd(8)} ${message} [${rule}]`,
    ...place,
    `           ${wayOut}`,
    ...(why ? [`           Why: ${finding.why}`, `           Source: ${finding.source}`] : []),
    ...(why && finding.unplayable !== null ? [`           Not played: ${finding.unplayable}`] : []),
  ]
}

const WORDS = { error: 'error', warning: 'warning', info: 'note' } as const
