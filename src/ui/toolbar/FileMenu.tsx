import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { lazily } from '../lazily.tsx'

const FileMenuItems = lazily(() => import('./FileMenuItems.tsx').then(({ FileMenuItems }) => FileMenuItems), FileButton)

/** The menu's parts load when it is opened for the first time. */
export function FileMenu() {
  const [opened, setOpened] = useState(false)
  return opened ? <FileMenuItems /> : <FileButton onOpen={() => setOpened(true)} />
}

function FileButton({ onOpen }: { readonly onOpen?: () => void }) {
  return (
    <Button look="ghost" square aria-label="File" aria-haspopup="menu" className="w-6!" onClick={onOpen}>
      <ChevronDown strokeWidth={1.5} />
    </Button>
  )
}
