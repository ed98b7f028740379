import { Popover } from 'radix-ui'
import { useMemo } from 'react'
import type { Outage } from '../../core/model/runView.ts'
import { OutageCard } from './OutageCard.tsx'

interface OutagePopoverProps {
  readonly direction: string
  readonly outage: Outage
  /** Where it was clicked, in the window. */
  readonly at: DOMRect
  readonly onClose: () => void
}

/** An outage explained beside where it was clicked. */
export function OutagePopover({ direction, outage, at, onClose }: OutagePopoverProps) {
  const anchor = useMemo(() => ({ current: { getBoundingClientRect: () => at } }), [at])
  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          side="top"
          sideOffset={8}
          collisionPadding={8}
          aria-label="Outage explained"
          className="outage-card z-50 max-h-[var(--radix-popover-content-available-height)] overflow-y-auto rounded-3 bg-raised px-3.5 py-3 shadow-2 outline-none"
        >
          <OutageCard direction={direction} outage={outage} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
