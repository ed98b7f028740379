# leaf-a, MikroTik RouterOS
# Note: RouterOS has no individual LACP fallback, set on bond13; members without a partner stay out.
# Note: Not port names of RouterOS, kept as drawn: sfp-sfpplus53, sfp-sfpplus54.
# Note: Names of VLANs are not written.
# Note: MTU 9216 is drawn and not written.
# Note: RouterOS has no keepalive beside ICCP on the peer port; the drawn cable is not used.
# Note: LACP system priority is 65535, not 32768 as drawn.

/system identity
set name=leaf-a

/interface bonding
# peer port: leaf-b
add mode=802.3ad name=bond10 slaves=sfp-sfpplus53,sfp-sfpplus54
# MLAG 11: boot-srv
add mlag-id=11 mode=802.3ad name=bond11 slaves=sfp-sfpplus1 lacp-rate=1sec
# MLAG 12: srv-1
add mlag-id=12 mode=802.3ad name=bond12 slaves=sfp-sfpplus2 lacp-rate=1sec
# MLAG 13: new-1 (booting)
add mlag-id=13 mode=802.3ad name=bond13 slaves=sfp-sfpplus3 lacp-rate=1sec

/interface bridge
add name=bridge1 vlan-filtering=yes mlag-peer-port=bond10 mlag-priority=50 mlag-heartbeat=5s

/interface bridge port
add bridge=bridge1 interface=bond10 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=bond11 pvid=10 edge=yes
add bridge=bridge1 interface=bond12 pvid=10 edge=yes
add bridge=bridge1 interface=bond13 pvid=10 edge=yes

/interface bridge vlan
add bridge=bridge1 tagged=bond10 untagged=bond11,bond12,bond13 vlan-ids=10
