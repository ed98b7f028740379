import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { useOpener } from './useOpener.ts'

interface FrameProps {
  readonly title: string
  readonly description?: ReactNode
  /** 440, 720 or 1200 px at most. */
  readonly size?: keyof typeof WIDTH
  /** What has the focus first; the cross when left out. */
  readonly first?: RefObject<HTMLElement | null>
  readonly children?: ReactNode
  /** Buttons at the bottom right, the primary one last. */
  readonly actions?: ReactNode
}

/** The one frame of dialogs. Escape and the cross close it. */
export function Frame({ title, description, size = 'normal', first, children, actions }: FrameProps) {
  const giveBack = useOpener()
  return (
    <Dialog.Root open onOpenChange={closeDialog}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-[var(--scrim)]" />
        <Dialog.Content
          className={`dialog fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-3rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-4 bg-raised text-12 text-ink shadow-3 outline-none ${WIDTH[size]}`}
          onCloseAutoFocus={giveBack}
          onOpenAutoFocus={(event) => {
            const wanted = first?.current ?? null
            if (wanted === null) return
            event.preventDefault()
            wanted.focus()
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <Dialog.Title className="min-w-0 flex-1 text-16 leading-[22px] font-semibold">{title}</Dialog.Title>
            <Dialog.Close asChild>
              <Button look="ghost" compact square aria-label="Close">
                <X strokeWidth={1.5} />
              </Button>
            </Dialog.Close>
          </div>
          {description !== undefined && (
            <Dialog.Description className="px-5 pb-2 text-13 leading-[18px] text-ink-2">
              {description}
            </Dialog.Description>
          )}
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-4 [scrollbar-width:thin]">{children}</div>
          {actions !== undefined && (
            <div className="flex justify-end gap-2 border-t border-line px-5 py-3">{actions}</div>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export function closeDialog(): void {
  useUi.getState().set({ dialog: null })
}

const WIDTH = { normal: 'max-w-110', wide: 'max-w-180', full: 'h-[calc(100dvh-6rem)] max-w-300' } as const
