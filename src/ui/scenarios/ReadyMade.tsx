export function ReadyMade() {
  return null
}
