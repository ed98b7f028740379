import type { Outage } from '../../core/model/runView.ts'
import { assumedValues } from '../../core/vendors/assumedValues.ts'
import { useNetwork } from '../../state/network.ts'
import { useProfiles } from '../../state/profiles.ts'
import { useUi } from '../../state/uiStore.ts'

/** The values an outage rests on that no public source states, each with the way to where it can be changed. */
export function RestsOn({ outage }: { readonly outage: Outage }) {
  const values = assumedValues(useNetwork(), useProfiles(), outage)
  if (values.length === 0) return null
  return (
    <div className="mt-1.5 border-t border-line pt-1.5">
      <p className="text-11 text-ink-3">Rests on what no public source says:</p>
      <ul aria-label="Assumed values it rests on">
        {values.map(({ key, label, value, of, domain }) => (
          <li key={`${of} ${key}`} className="flex items-baseline gap-2 pt-0.5">
            <span className="min-w-0 flex-1">
              {label}: <b className="font-semibold">{value}</b> <span className="text-ink-3">{of}</span>
            </span>
            {domain !== null && (
              <button
                type="button"
                className="shrink-0 rounded-1 text-you-text hover:underline"
                aria-label={`Change ${label} of ${of}`}
                onClick={() => {
                  const { select, set } = useUi.getState()
                  select({ kind: 'domain', id: domain })
                  set({ inspectorTab: 'configure', presenting: false, setting: key })
                }}
              >
                Change
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
