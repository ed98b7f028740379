import { useMemo } from 'react'
import type { Design } from '../../core/model/design.ts'
import { documentProblems } from '../../core/model/problems.ts'
import { effective } from '../../core/vendors/effective.ts'
import type { Profiles } from '../../core/model/profile.ts'
import { useDocument } from '../../state/documentStore.ts'
import { useProfiles } from '../../state/profiles.ts'

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
  const profiles = useProfiles()
  return useMemo(() => findingsOf(design, profiles), [design, profiles])
}

function findingsOf(design: Design, profiles: Profiles): readonly Finding[] {
  const problems = documentProblems(design).map((problem, at): Finding => ({
    key: `${problem.code}-${problem.path}-${at}`,
    severity: 'error',
    text: problem.text,
    wayOut: problem.wayOut,
    objects: problem.objects,
  }))
  return [...problems, ...refusedSettings(design, profiles)]
}

/** Settings that a platform cannot take: its default holds instead. */
function refusedSettings({ topology }: Design, profiles: Profiles): readonly Finding[] {
  return topology.domains.flatMap((domain) => {
    const peer = topology.devices.find(({ id }) => id === domain.peers[0])
    const profile = peer?.kind === 'switch' ? profiles[peer.vendor] : undefined
    if (profile === undefined) return []
    return effective(profile, domain.settings).refused.map((text): Finding => ({
      key: `${domain.id}-${text}`,
      severity: 'warning',
      text: `${domain.name}: ${text}`,
      wayOut: 'Change the value in the domain’s settings.',
      objects: [domain.id],
    }))
  })
}
