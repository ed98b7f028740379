import type { Failure, FailureOption } from './failure.ts'

/** The options of a failure in words, one each: `gap 2 s`, `5 %`, `both ways`, `MTU`. What it chooses itself is left out. */
export function optionWords(
  failure: Failure | undefined,
  options: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(options).flatMap(([key, value]) => {
    const option = failure?.options.find((one) => one.key === key)
    return option === undefined ? [`${key} ${value}`] : wordsOf(option, value)
  })
}

/** A choice as it is read: `native VLAN`. */
export function choiceWords(option: FailureOption, value: string): string {
  return ('values' in option ? option.words?.[value] : undefined) ?? value.replaceAll('-', ' ')
}

function wordsOf(option: FailureOption, value: string): readonly string[] {
  if ('values' in option)
    return option.words?.[value] === undefined ? [`${option.key} ${value}`] : [option.words[value]]
  if ('names' in option) return value === option.standard ? [] : [`${option.key} ${value}`]
  const unit = UNITS[option.unit] ?? option.unit
  return [option.unit === 'percent' ? `${value} ${unit}` : `${option.key} ${value} ${unit}`]
}

const UNITS: Readonly<Record<string, string>> = { seconds: 's', percent: '%' }
