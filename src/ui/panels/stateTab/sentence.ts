/** A reason as a sentence: begins with a capital, except for names, and ends with a full stop. */
export function sentence(text: string): string {
  const begun = /^[a-z]+( |$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}
