import { SHORTCUTS, type Shortcut } from '../shortcuts.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { Frame } from './Frame.tsx'

/** What the keys do. */
export function ShortcutsDialog() {
  return (
    <Frame
      title="Shortcuts"
      size="wide"
      actions={
        <>
          <Button onClick={() => useUi.getState().set({ dialog: { kind: 'glossary', word: null } })}>
            What the words mean
          </Button>
          <Button onClick={() => useUi.getState().set({ dialog: null, tour: true })}>Take the tour</Button>
        </>
      }
    >
      <div
        role="group"
        aria-label="All shortcuts"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        className="columns-2 gap-x-8 outline-offset-4 max-[640px]:columns-1 [&>section]:mb-4 [&>section]:break-inside-avoid"
      >
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className="pb-1 text-11 font-semibold text-ink-3">{group}</h3>
            <dl>
              {SHORTCUTS.filter((shortcut) => shortcut.group === group && shortcut.keys !== '').map(
                ({ name, keys }) => (
                  <Row key={name} name={name} keys={keys} />
                ),
              )}
            </dl>
          </section>
        ))}
        <section>
          <h3 className="pb-1 text-11 font-semibold text-ink-3">On the canvas</h3>
          <dl>
            <Row name="Next device or pair" keys="Tab" />
            <Row name="Ports, cables and bonds of the device" keys="Arrows" />
            <Row name="Select" keys="Enter" />
            <Row name="Add to the selection" keys="Shift Enter" />
            <Row name="Select in a box" keys="Shift Drag" />
            <Row name="Move what is selected, bend a cable" keys="Shift Arrows" />
            <Row name="Write the note, collapse the pair that is selected" keys="Enter" />
            <Row name="Menu of what has the focus" keys="Shift F10" />
          </dl>
        </section>
        <section>
          <h3 className="pb-1 text-11 font-semibold text-ink-3">On the timeline</h3>
          <dl>
            <Row name="Earlier and later" keys="Shift Wheel" />
            <Row name="Longer and shorter" keys="Ctrl Wheel" />
            <Row name="Run to there" keys="Click the ruler" />
            <Row name="Explain an outage" keys="Click its bar" />
          </dl>
        </section>
      </div>
    </Frame>
  )
}

function Row({ name, keys }: { readonly name: string; readonly keys: string }) {
  return (
    <div className="flex min-h-6 items-center gap-3">
      <dt className="min-w-0 flex-1">{name}</dt>
      <dd className="flex gap-1">
        <kbd className="rounded-1 bg-inset px-1.5 font-sans text-11 leading-[18px] text-ink-2 shadow-[inset_0_0_0_1px_var(--line)]">
          {keys}
        </kbd>
      </dd>
    </div>
  )
}

const GROUPS: readonly Shortcut['group'][] = ['Time', 'Failures', 'Design', 'View']
