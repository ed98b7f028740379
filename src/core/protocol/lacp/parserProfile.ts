/** What a receiver checks before it takes a slow-protocol frame for a LACPDU or Marker PDU. */
export interface ParserProfile {
  /** TLV types of actor and partner must be 1 and 2. */
  readonly checksTypes: boolean
  /** TLVs whose length octet must be right. */
  readonly checksLengths: readonly ('actor' | 'partner' | 'collector' | 'terminator')[]
  /** The PDU must have exactly 110 octets rather than at least 110. */
  readonly exactSize: boolean
  /** Taken whatever its destination address. */
  readonly anyDestination: boolean
  /** Taken behind an 802.1Q tag too. */
  readonly tagged: boolean
}

/**
 * Strict reading: version, TLV types and reserved octets must not be checked, lengths may be and are.
 * Source: IEEE 802.1AX-2014, 6.4.2 and 6.4.12, as open implementations report it.
 */
export const STANDARD_PARSER: ParserProfile = {
  checksTypes: false,
  checksLengths: ['actor', 'partner', 'collector', 'terminator'],
  exactSize: false,
  anyDestination: false,
  tagged: false,
}

/** Open vSwitch 3.1, `lib/lacp.c`, parse_lacp_packet; its behaviour on tags and destinations was measured. */
export const OPEN_VSWITCH_PARSER: ParserProfile = {
  checksTypes: true,
  checksLengths: ['actor', 'partner'],
  exactSize: false,
  anyDestination: true,
  tagged: true,
}

/** Linux 6.1, `drivers/net/bonding/bond_3ad.c`: only the size is checked. */
export const LINUX_PARSER: ParserProfile = { ...STANDARD_PARSER, checksLengths: [] }

/** FreeBSD, `sys/net/ieee8023ad_lacp.c`: lengths by its TLV template, and no padding at all. */
export const FREEBSD_PARSER: ParserProfile = { ...STANDARD_PARSER, exactSize: true }
