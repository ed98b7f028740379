# access, MikroTik RouterOS
# Note: Not port names of RouterOS, kept as drawn: sfp-sfpplus49, sfp-sfpplus50, sfp-sfpplus51, sfp-sfpplus52.
# Note: Names of VLANs are not written.
# Note: MTU 9216 is drawn and not written.
# Note: LACP system priority is 65535, not 32768 as drawn.

/system identity
set name=access

/interface bonding
# bond21: sw-1
add mode=802.3ad name=bond21 slaves=sfp-sfpplus49,sfp-sfpplus50 lacp-rate=1sec
# bond22: sw-2
add mode=802.3ad name=bond22 slaves=sfp-sfpplus51,sfp-sfpplus52 lacp-rate=1sec

/interface bridge
add name=bridge1 vlan-filtering=yes

/interface bridge port
add bridge=bridge1 interface=bond21 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=bond22 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=sfp-sfpplus1 pvid=10 edge=yes

/interface bridge vlan
add bridge=bridge1 tagged=bond21,bond22 untagged=sfp-sfpplus1 vlan-ids=10
