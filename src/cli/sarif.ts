import type { LintOutput } from './output.ts'

/** Findings as code hosts read them. Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0. */
export function sarif({ file, findings }: LintOutput): object {
  const rules = [...new Set(findings.map(({ rule }) => rule))]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'MLAG Studio', rules: rules.map((id) => ({ id })) } },
        results: findings.map(({ rule, severity, message, wayOut, path }) => ({
          ruleId: rule,
          ruleIndex: rules.indexOf(rule),
          level: severity === 'info' ? 'note' : severity,
          message: { text: `${message} ${wayOut}`.trim() },
          locations: [
            {
              ...(isFile(file) ? { physicalLocation: { artifactLocation: { uri: encodeURI(toSlashes(file)) } } } : {}),
              ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
            },
          ],
        })),
      },
    ],
  }
}

function isFile(file: string): boolean {
  return file !== '-' && !file.startsWith('template:')
}

function toSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}
