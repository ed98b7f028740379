import type { Profile } from '../../../core/model/profile.ts'
import { NUMBER_KEYS, SWITCH_KEYS, type NumberKey, type SwitchKey } from '../../../core/model/profileKeys.ts'
import type { MlagDomain } from '../../../core/model/topology.ts'
import { effective, isOffered, numberProblem } from '../../../core/vendors/effective.ts'
import { Button } from '../../controls/Button.tsx'
import { FixedField, NumberField, SwitchField } from '../../controls/fields.tsx'
import { Section } from '../Section.tsx'
import { Setting } from './Setting.tsx'
import { ChoiceFields, GivenChoices } from './ChoiceFields.tsx'
import { commit } from './commit.ts'
import { SourceNote } from './SourceNote.tsx'

interface ProfileFieldsProps {
  readonly domain: MlagDomain
  readonly profile: Profile
}

/** The platform's timers, priorities and switches: what can be set and what is given, each with its source. */
export function ProfileFields({ domain, profile }: ProfileFieldsProps) {
  const given = NUMBER_KEYS.filter((key) => {
    const base = profile.numbers[key]
    return base !== null && !isOffered(base)
  })
  return (
    <>
      <Section word="hold time" head="Timers and priorities">
        {NUMBER_KEYS.map((key) => (
          <Setting key={key} id={key}>
            <NumberOf id={key} domain={domain} profile={profile} />
          </Setting>
        ))}
      </Section>
      <Section word="dual-active" head="Behaviour">
        {SWITCH_KEYS.map((key) => (
          <Setting key={key} id={key}>
            <SwitchOf id={key} domain={domain} profile={profile} />
          </Setting>
        ))}
        <ChoiceFields domain={domain} profile={profile} />
      </Section>
      <Section head={`Given by ${profile.words.platform}`}>
        {given.map((key) => {
          const base = profile.numbers[key]
          if (base === null) return null
          const value = `${shown(key, base.value)} ${unitOf(key)}`.trim()
          return <FixedField key={key} label={base.label} value={value} hint={<SourceNote {...base} />} />
        })}
        <GivenChoices profile={profile} />
      </Section>
    </>
  )
}

function NumberOf({ id, domain, profile }: ProfileFieldsProps & { readonly id: NumberKey }) {
  const base = profile.numbers[id]
  if (base === null || !isOffered(base)) return null
  const present = effective(profile, domain.settings).numbers[id]
  const scale = isSeconds(id, base.step) ? 1_000 : 1
  const unit = unitOf(id, base.step)
  return (
    <NumberField
      label={base.label}
      {...(unit === '' ? {} : { unit })}
      value={(present?.value ?? base.value) / scale}
      min={base.min / scale}
      max={base.max / scale}
      hint={
        <>
          <SourceNote {...base} />
          {present?.set === true && (
            <BackButton
              label={base.label}
              value={`${base.value / scale} ${unit}`}
              onBack={() => commit({ type: 'set-number', domain: domain.id, key: id, value: null })}
            />
          )}
        </>
      }
      onCommit={(typed) => {
        const value = typed * scale
        return numberProblem(id, base, value) ?? commit({ type: 'set-number', domain: domain.id, key: id, value })
      }}
    />
  )
}

function SwitchOf({ id, domain, profile }: ProfileFieldsProps & { readonly id: SwitchKey }) {
  const base = profile.switches[id]
  if (base === null) return null
  const present = effective(profile, domain.settings).switches[id]
  if (!isOffered(base)) {
    return <FixedField label={base.label} value={base.value ? 'on' : 'off'} hint={<SourceNote {...base} />} />
  }
  return (
    <SwitchField
      label={base.label}
      value={present?.value ?? base.value}
      hint={<SourceNote {...base} />}
      onCommit={(value) => commit({ type: 'set-switch', domain: domain.id, key: id, value })}
    />
  )
}

function BackButton({ label, value, onBack }: BackButtonProps) {
  return (
    <Button
      look="ghost"
      compact
      className="mt-0.5 h-5! px-1!"
      aria-label={`${label}: back to ${value}`}
      onClick={onBack}
    >
      Back to {value}
    </Button>
  )
}

interface BackButtonProps {
  readonly label: string
  readonly value: string
  readonly onBack: () => void
}

/** Times are offered in seconds where the platform's own command takes seconds. */
function isSeconds(key: NumberKey, step: number): boolean {
  return key.endsWith('-ms') && step % 1_000 === 0
}

function unitOf(key: NumberKey, step = 1): string {
  if (!key.endsWith('-ms')) return ''
  return isSeconds(key, step) ? 's' : 'ms'
}

function shown(key: NumberKey, value: number): string {
  return key.endsWith('-ms') && value >= 10_000 ? String(value).replaceAll(/\B(?=(\d{3})+$)/g, '\u2009') : String(value)
}
