/**
 * LACP port priority of a switch's ports, and of those that two peers of a pair elect to carry without a partner.
 * Source: IEEE 802.1AX-2014, 6.3.4 (port identifier); aristanetworks/avd, eos_designs, connected endpoints with static
 * LACP fallback (8192 on the first switch, 32768 on the other).
 */
export const PORT_PRIORITY = 32_768
export const ELECTED_PORT_PRIORITY = 8_192
