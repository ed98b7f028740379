import type { SourcedSwitch } from '../model/profile.ts'

/** Every platform takes a second static route by the other peer, in the VLAN that the two have over the peer-link. */
export const BACKUP_ROUTE: SourcedSwitch = {
  value: false,
  editable: true,
  label: 'Backup route over the peer-link',
  source: 'A static default route by the other peer, with a worse preference than those over uplinks',
  confidence: 'documented',
}
