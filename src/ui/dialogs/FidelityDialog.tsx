import { useEffect, useState } from 'react'
import { sourceLink } from '../../core/fidelity/links.ts'
import { FIDELITY_ROWS } from '../../core/fidelity/rows.ts'
import { valuesOf } from '../../core/fidelity/values.ts'
import { platformIn } from '../../core/compare/comparison.ts'
import type { Confidence, Profile } from '../../core/model/profile.ts'
import type { VendorId } from '../../core/model/topology.ts'
import { loadProfile } from '../../core/vendors/loaders.ts'
import { ALL_VENDORS, platformOf } from '../../core/vendors/platforms.ts'
import { useDocument } from '../../state/documentStore.ts'
import { Button } from '../controls/Button.tsx'
import { lazily } from '../lazily.tsx'
import { Frame } from './Frame.tsx'

const ConformanceView = lazily(
  () => import('./ConformanceView.tsx').then(({ ConformanceView }) => ConformanceView),
  Loading,
)

/** How true the simulation is: of the platforms, and of the standards below them. */
export function FidelityDialog() {
  const [part, setPart] = useState<keyof typeof PARTS>('platforms')
  return (
    <Frame title="How true is this?" size="full" description={PARTS[part].description}>
      <div role="group" aria-label="About" className="flex gap-1.5 pb-3">
        {PART_KEYS.map((key) => (
          <Button key={key} aria-pressed={part === key} onClick={() => setPart(key)}>
            {PARTS[key].label}
          </Button>
        ))}
      </div>
      {part === 'platforms' ? <Platforms /> : <ConformanceView />}
    </Frame>
  )
}

function Loading() {
  return <p className="text-ink-3">Loading</p>
}

const PARTS = {
  platforms: {
    label: 'Platforms',
    description:
      'No outcome is looked up: the rows are tests of the engine. What no public source says is assumed; the inspector lets you change it, and an outage that rests on it says so.',
  },
  standards: {
    label: 'Standards and other stacks',
    description:
      'Which clause is implemented where, which test proves it, what Open vSwitch, Linux and Wireshark say of our frames, and where we knowingly differ.',
  },
} as const
const PART_KEYS = ['platforms', 'standards'] as const

/** A platform's failure table and every value it rests on, each with its source. */
function Platforms() {
  const drawn = useDocument((state) => platformIn(state.design.topology))
  const [vendor, setVendor] = useState<VendorId>(drawn)
  const [only, setOnly] = useState<Confidence | 'all'>('all')
  const profile = useOneProfile(vendor)
  const shown = ({ confidence }: { readonly confidence: Confidence }): boolean => only === 'all' || only === confidence
  const rows = FIDELITY_ROWS[vendor] ?? []
  const values = profile === null ? [] : valuesOf(profile)
  return (
    <>
      <div className="flex flex-wrap gap-4 pb-3">
        <label className="flex flex-col gap-1">
          <span className="text-11 text-ink-3">Platform</span>
          <select
            value={vendor}
            className={SELECT}
            onChange={({ target }) => setVendor(ALL_VENDORS.find((one) => one === target.value) ?? vendor)}
          >
            {ALL_VENDORS.map((one) => (
              <option key={one} value={one}>
                {platformOf(one).words.vendorPlatform}
              </option>
            ))}
          </select>
        </label>
        <label className="flex flex-col gap-1">
          <span className="text-11 text-ink-3">Confidence</span>
          <select
            value={only}
            className={SELECT}
            onChange={({ target }) => setOnly(CONFIDENCES.find((one) => one === target.value) ?? 'all')}
          >
            <option value="all">All of it</option>
            {CONFIDENCES.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <p aria-live="polite" className="self-end pb-1.5 text-ink-3">
          {rows.filter(({ asserted }) => asserted).length} of {rows.length} failures held by tests;{' '}
          {values.filter(({ confidence }) => confidence === 'assumed').length} of {values.length} values assumed
        </p>
      </div>
      <Table
        label="Failures"
        head={['', 'Failure', 'Expected', 'Result', 'Source', 'Confidence']}
        rows={rows.filter(shown).map(({ row, title, expected, asserted, reason, source, confidence }) => ({
          key: row,
          cells: [row, title, expected, asserted ? 'held by a test' : `not asserted: ${reason ?? ''}`],
          source,
          confidence,
        }))}
      />
      <Table
        label="Values"
        head={['Value', 'Default', 'Can be set', 'Source', 'Confidence']}
        rows={values.filter(shown).map(({ label, value, editable, source, confidence }) => ({
          key: label,
          cells: [label, value, editable ? 'yes' : 'no'],
          source,
          confidence,
        }))}
      />
    </>
  )
}

/** Null until its part of the page has come. */
function useOneProfile(vendor: VendorId): Profile | null {
  const [profile, setProfile] = useState<Profile | null>(null)
  useEffect(() => {
    let wanted = true
    void loadProfile(vendor).then((loaded) => wanted && setProfile(loaded))
    return () => {
      wanted = false
    }
  }, [vendor])
  return profile?.vendor === vendor ? profile : null
}

function Table({ label, head, rows }: TableProps) {
  return (
    <section className="pb-5">
      <h3 className="pb-1 text-13 font-semibold">{label}</h3>
      <div className="overflow-x-auto">
        <table aria-label={label} className="w-full min-w-180 border-collapse leading-[18px]">
          <thead className="text-left text-11 text-ink-3">
            <tr>
              {head.map((words) => (
                <th key={words} scope="col" className="py-1 pr-3 font-normal">
                  {words === '' ? <span className="sr-only">Row</span> : words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells, source, confidence }) => (
              <tr key={key} className="border-t border-line align-top">
                {cells.map((cell, at) => (
                  <td key={at} className="py-1 pr-3">
                    {cell}
                  </td>
                ))}
                <td className="py-1 pr-3 text-ink-2">
                  <Source source={source} />
                </td>
                <td className={`py-1 ${confidence === 'assumed' ? 'text-waiting-text' : 'text-ink-2'}`}>
                  {confidence}
                </td>
              </tr>
            ))}
            {rows.length === 0 && (
              <tr className="border-t border-line">
                <td colSpan={head.length} className="py-1 text-ink-3">
                  Nothing of this kind.
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface TableProps {
  readonly label: string
  readonly head: readonly string[]
  readonly rows: readonly {
    readonly key: string
    readonly cells: readonly string[]
    readonly source: string
    readonly confidence: Confidence
  }[]
}

function Source({ source }: { readonly source: string }) {
  const link = sourceLink(source)
  if (link === null) return source
  return (
    <a href={link} target="_blank" rel="noreferrer" className="text-you-text underline">
      {source}
    </a>
  )
}

const CONFIDENCES: readonly Confidence[] = ['documented', 'observed', 'assumed']
const SELECT = 'h-7 rounded-2 bg-panel px-2 text-12 text-ink shadow-[inset_0_0_0_1px_var(--edge)]'
