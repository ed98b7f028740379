export function ReportDialog() {
  return null
}
