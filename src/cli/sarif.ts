import type { LintOutput } from './output.ts'

type Finding = LintOutput['findings'][number]

/**
 * Findings as code hosts read them; those of rules that are turned off are suppressed results with the reason.
 * Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0.
 */
export function sarif({ file, findings, off }: LintOutput): object {
  const found = [
    ...findings.map((finding) => ({ finding, reason: null })),
    ...off.flatMap(({ reason, findings }) => findings.map((finding) => ({ finding, reason }))),
  ]
  const rules = [...new Map(found.map(({ finding }) => [finding.rule, finding])).values()]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'MLAG Studio', rules: rules.map(reportingDescriptor) } },
        results: found.map(({ finding, reason }) => ({
          ...result(file, finding),
          ruleIndex: rules.findIndex(({ rule }) => rule === finding.rule),
          ...(reason === null ? {} : { suppressions: [{ kind: 'external', justification: reason }] }),
        })),
      },
    ],
  }
}

function reportingDescriptor({ rule, title, why, source }: Finding): object {
  return {
    id: rule,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} Source: ${source}` },
  }
}

function result(file: string, { rule, severity, message, wayOut, path }: Finding): object {
  return {
    ruleId: rule,
    level: severity === 'info' ? 'note' : severity,
    message: { text: `${message} ${wayOut}`.trim() },
    locations: [
      {
        ...(isFile(file) ? { physicalLocation: { artifactLocation: { uri: uriOf(file) } } } : {}),
        ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
  }
}

function isFile(file: string): boolean {
  return file !== '-' && !file.startsWith('template:')
}

/** A reference by RFC 3986: absolute for a path from the root or a drive, and never a scheme, query or fragment by accident. */
function uriOf(path: string): string {
  const slashed = path.replaceAll('\\', '/')
  const encoded = encodeURI(slashed).replace(/[?#]/g, encodeURIComponent)
  if (slashed.startsWith('/')) return `file://${encoded}`
  if (/^[A-Za-z]:\//.test(slashed)) return `file:///${encoded}`
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded
}
