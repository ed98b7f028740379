/** A table of a plan. Columns that are empty in every row are left out. */
export function PlanTable({ head, rows }: PlanTableProps) {
  const shown = head
    .map((name, at) => ({ name, at }))
    .filter(({ at }) => rows.some((cells) => (cells[at] ?? '') !== ''))
  return (
    <div className="overflow-x-auto">
      <table>
        <thead>
          <tr>
            {shown.map(({ name }) =>
              name === '' ? (
                <td key={name} />
              ) : (
                <th key={name} scope="col" className="w-auto!">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {shown.map(({ at }) => (
                <td key={at}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PlanTableProps {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
