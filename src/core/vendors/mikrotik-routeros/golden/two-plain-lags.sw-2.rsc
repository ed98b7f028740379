# sw-2, MikroTik RouterOS
# Note: Not port names of RouterOS, kept as drawn: sfp-sfpplus53, sfp-sfpplus54, sfp-sfpplus49, sfp-sfpplus50.
# Note: Names of VLANs are not written.
# Note: MTU 9216 is drawn and not written.
# Note: LACP system priority is 65535, not 32768 as drawn.

/system identity
set name=sw-2

/interface bonding
# bond10: sw-1
add mode=802.3ad name=bond10 slaves=sfp-sfpplus53,sfp-sfpplus54 lacp-rate=1sec
# bond11: srv-1
add mode=802.3ad name=bond11 slaves=sfp-sfpplus1 lacp-rate=1sec
# bond12: srv-2
add mode=802.3ad name=bond12 slaves=sfp-sfpplus2 lacp-rate=1sec
# bond20: access
add mode=802.3ad name=bond20 slaves=sfp-sfpplus49,sfp-sfpplus50 lacp-rate=1sec

/interface bridge
add name=bridge1 priority=0x2000 vlan-filtering=yes

/interface bridge port
add bridge=bridge1 interface=bond10 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=bond11 pvid=10 edge=yes
add bridge=bridge1 interface=bond12 pvid=10 edge=yes
add bridge=bridge1 interface=bond20 frame-types=admit-only-vlan-tagged

/interface bridge vlan
add bridge=bridge1 tagged=bond10,bond20 untagged=bond11,bond12 vlan-ids=10
