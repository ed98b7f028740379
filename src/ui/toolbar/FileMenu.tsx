import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../controls/Button.tsx'

const FileMenuItems = lazy(() => import('./FileMenuItems.tsx').then((part) => ({ default: part.FileMenuItems })))

/** The menu's parts load when it is opened for the first time. */
export function FileMenu() {
  const [opened, setOpened] = useState(false)
  const button = (
    <Button look="ghost" square aria-label="File" aria-haspopup="menu" className="w-6!" onClick={() => setOpened(true)}>
      <ChevronDown strokeWidth={1.5} />
    </Button>
  )
  if (!opened) return button
  return (
    <Suspense fallback={button}>
      <FileMenuItems />
    </Suspense>
  )
}
