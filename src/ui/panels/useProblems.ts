import { useMemo } from 'react'
import type { Design } from '../../core/model/design.ts'
import { documentProblems } from '../../core/model/problems.ts'
import { effective } from '../../core/vendors/effective.ts'
import { profileOf } from '../../core/vendors/index.ts'
import { useDocument } from '../../state/documentStore.ts'

/** One line of the list of checks. */
export interface Finding {
  readonly key: string
  readonly severity: 'error' | 'warning'
  readonly text: string
  readonly wayOut: string
  /** Ids of what it is about. */
  readonly objects: readonly string[]
}

/** Everything that was found in the present design; errors first. */
export function useProblems(): readonly Finding[] {
  const design = useDocument((state) => state.design)
  return useMemo(() => findingsOf(design), [design])
}

function findingsOf(design: Design): readonly Finding[] {
  const problems = documentProblems(design).map((problem, at): Finding => ({
    key: `${problem.code}-${problem.path}-${at}`,
    severity: 'error',
    text: problem.text,
    wayOut: problem.wayOut,
    objects: problem.objects,
  }))
  return [...problems, ...refusedSettings(design)]
}

/** Settings that a platform cannot take: its default holds instead. */
function refusedSettings({ topology }: Design): readonly Finding[] {
  return topology.domains.flatMap((domain) => {
    const peer = topology.devices.find(({ id }) => id === domain.peers[0])
    if (peer?.kind !== 'switch') return []
    return effective(profileOf(peer.vendor), domain.settings).refused.map((text): Finding => ({
      key: `${domain.id}-${text}`,
      severity: 'warning',
      text: `${domain.name}: ${text}`,
      wayOut: 'Change the value in the domain’s settings.',
      objects: [domain.id],
    }))
  })
}
