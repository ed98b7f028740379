# leaf-a, MikroTik RouterOS
# Note: Not port names of RouterOS, kept as drawn: sfp-sfpplus53, sfp-sfpplus54, sfp-sfpplus49, sfp-sfpplus50.
# Note: Names of VLANs are not written.
# Note: MTU 9216 is drawn and not written.
# Note: RouterOS has no keepalive beside ICCP on the peer port; the drawn cable is not used.
# Note: LACP system priority is 65535, not 32768 as drawn.

/system identity
set name=leaf-a

/interface bonding
# peer port: leaf-b
add mode=802.3ad name=bond10 slaves=sfp-sfpplus53,sfp-sfpplus54
# MLAG 11: srv-1
add mlag-id=11 mode=802.3ad name=bond11 slaves=sfp-sfpplus1 lacp-rate=1sec
# MLAG 20: spine-1 and spine-2
add mlag-id=20 mode=802.3ad name=bond20 slaves=sfp-sfpplus49,sfp-sfpplus50 lacp-rate=1sec

/interface bridge
add name=bridge1 vlan-filtering=yes mlag-peer-port=bond10 mlag-priority=50 mlag-heartbeat=5s

/interface bridge port
add bridge=bridge1 interface=bond10 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=bond11 pvid=10 edge=yes
add bridge=bridge1 interface=bond20 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=sfp-sfpplus2 pvid=10 edge=yes

/interface bridge vlan
add bridge=bridge1 tagged=bond10,bond20 untagged=bond11,sfp-sfpplus2 vlan-ids=10
