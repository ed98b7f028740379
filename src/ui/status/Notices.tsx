import { Looking } from './Looking.tsx'
import { NewVersion } from './NewVersion.tsx'
import { Refused } from './Refused.tsx'
import { Storm } from './Storm.tsx'

/** What stands over the canvas now and then; one part of the page that loads when the first of them has to be told. */
export function Notices() {
  return (
    <>
      <Looking />
      <NewVersion />
      <Refused />
      <Storm />
    </>
  )
}
