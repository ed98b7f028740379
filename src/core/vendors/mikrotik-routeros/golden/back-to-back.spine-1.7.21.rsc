# spine-1, MikroTik RouterOS
# Note: Not port names of RouterOS, kept as drawn: sfp-sfpplus53, sfp-sfpplus54.
# Note: Names of VLANs are not written.
# Note: MTU 9216 is drawn and not written.
# Note: RouterOS has no keepalive beside ICCP on the peer port; the drawn cable is not used.
# Note: LACP system priority is 65535, not 32768 as drawn.

/system identity
set name=spine-1

/interface bonding
# peer port: spine-2
add mode=802.3ad name=bond10 slaves=sfp-sfpplus53,sfp-sfpplus54
# MLAG 20: leaf-a and leaf-b
add mlag-id=20 mode=802.3ad name=bond20 slaves=sfp-sfpplus1,sfp-sfpplus2 lacp-rate=1sec
# MLAG 31: core-1
add mlag-id=31 mode=802.3ad name=bond31 slaves=sfp-sfpplus3 lacp-rate=1sec

/interface bridge
add name=bridge1 vlan-filtering=yes

/interface bridge port
add bridge=bridge1 interface=bond10 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=bond20 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=bond31 pvid=10 edge=yes

/interface bridge vlan
add bridge=bridge1 tagged=bond10,bond20 untagged=bond31 vlan-ids=10

/interface bridge mlag
set bridge=bridge1 peer-port=bond10 priority=50 heartbeat=5s
