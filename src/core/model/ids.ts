declare const kind: unique symbol

/** An opaque id. Unique in a design; survives renaming and a change of platform. */
export type Id<K extends string> = string & { readonly [kind]: K }

export type DeviceId = Id<'device'>
export type PortId = Id<'port'>
export type LinkId = Id<'link'>
export type BondId = Id<'bond'>
export type DomainId = Id<'domain'>
export type FlowId = Id<'flow'>
export type NoteId = Id<'note'>

/** Gives a string its id type. The only cast in the core: call it where an id is made or has been checked. */
export function toId<K extends string>(text: string): Id<K> {
  return text as Id<K>
}
