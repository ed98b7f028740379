import { useEffect } from 'react'
import { create } from 'zustand'
import type { Profile, Profiles } from '../core/model/profile.ts'
import type { Topology, VendorId } from '../core/model/topology.ts'
import { loadProfiles } from '../core/vendors/loaders.ts'
import { useDocument } from './documentStore.ts'

/** Profiles that have come so far; a page loads only those of the platforms in its design. */
const useLoaded = create<{ readonly profiles: Profiles }>()(() => ({ profiles: {} }))

/** What the platforms of the present design do; a platform's is missing until its part of the page has come. */
export function useProfiles(): Profiles {
  const topology = useDocument((state) => state.design.topology)
  const profiles = useLoaded((state) => state.profiles)
  useEffect(() => {
    void fetchProfiles(topology)
  }, [topology])
  return profiles
}

export function useProfile(vendor: VendorId | undefined): Profile | undefined {
  const profiles = useProfiles()
  return vendor === undefined ? undefined : profiles[vendor]
}

/** Profiles of a topology's platforms, fetched once. */
export async function fetchProfiles(topology: Topology): Promise<Profiles> {
  const loaded = await loadProfiles(topology)
  const { profiles } = useLoaded.getState()
  const fresh = Object.entries(loaded).filter(([vendor]) => !(vendor in profiles))
  if (fresh.length > 0) useLoaded.setState({ profiles: { ...profiles, ...Object.fromEntries(fresh) } })
  return loaded
}
