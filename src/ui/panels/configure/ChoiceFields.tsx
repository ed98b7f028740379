import type { Edit } from '../../../core/model/edits.ts'
import type { Profile } from '../../../core/model/profile.ts'
import { CHOICE_KEYS, CHOICE_VALUES, type ChoiceKey } from '../../../core/model/profileKeys.ts'
import type { MlagDomain } from '../../../core/model/topology.ts'
import { effective } from '../../../core/vendors/effective.ts'
import { choiceWords } from '../../../core/vendors/valueWords.ts'
import { FixedField, type Refusal, SelectField } from '../../controls/fields.tsx'
import { commit } from './commit.ts'
import { Setting } from './Setting.tsx'
import { SourceNote } from './SourceNote.tsx'

interface ChoiceFieldsProps {
  readonly domain: MlagDomain
  readonly profile: Profile
}

/** Named behaviours where the platform leaves a choice or a doubt. */
export function ChoiceFields({ domain, profile }: ChoiceFieldsProps) {
  return CHOICE_KEYS.filter((key) => profile.choices[key].others.length > 0).map((key) => (
    <Setting key={key} id={key}>
      <ChoiceField id={key} domain={domain} profile={profile} />
    </Setting>
  ))
}

/** Named behaviours that the platform gives. */
export function GivenChoices({ profile }: { readonly profile: Profile }) {
  return CHOICE_KEYS.filter((key) => profile.choices[key].others.length === 0).map((key) => {
    const { label, value, source, confidence } = profile.choices[key]
    const note = <SourceNote source={source} confidence={confidence} />
    return <FixedField key={key} label={label} value={choiceWords(value)} hint={note} />
  })
}

function ChoiceField({ id, domain, profile }: ChoiceFieldsProps & { readonly id: ChoiceKey }) {
  const base = profile.choices[id]
  const value: string = effective(profile, domain.settings).choices[id].value
  const all: readonly string[] = [base.value, ...base.others]
  const note = <SourceNote source={base.source} confidence={base.confidence} />
  return (
    <SelectField
      label={base.label}
      value={value}
      choices={all.map((choice) => ({ value: choice, label: choiceWords(choice) }))}
      hint={note}
      onCommit={(chosen) => setChoice(domain, profile, id, chosen)}
    />
  )
}

/** Chooses a behaviour by the word of the select; the platform's own value is stored as no setting. */
function setChoice(domain: MlagDomain, profile: Profile, key: ChoiceKey, chosen: string): Refusal {
  const value = chosen === profile.choices[key].value ? null : chosen
  const edit: LooseEdit = { type: 'set-choice', domain: domain.id, key, value }
  return isChoice(edit) ? commit(edit) : `${profile.choices[key].label} cannot be ${choiceWords(chosen)}.`
}

type ChoiceEdit = Extract<Edit, { type: 'set-choice' }>

interface LooseEdit extends Pick<ChoiceEdit, 'type' | 'domain' | 'key'> {
  readonly value: string | null
}

/** True where the value is one of those that belong to the key. */
function isChoice(edit: LooseEdit): edit is ChoiceEdit {
  const values: readonly string[] = CHOICE_VALUES[edit.key]
  return edit.value === null || values.includes(edit.value)
}
