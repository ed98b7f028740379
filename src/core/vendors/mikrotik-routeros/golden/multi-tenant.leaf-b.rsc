# leaf-b, MikroTik RouterOS
# Note: Not port names of RouterOS, kept as drawn: sfp-sfpplus53, sfp-sfpplus54, sfp-sfpplus47, sfp-sfpplus48.
# Note: Names of VLANs are not written.
# Note: MTU 9216 is drawn and not written.
# Note: RouterOS has no keepalive beside ICCP on the peer port; the drawn cable is not used.
# Note: LACP system priority is 65535, not 32768 as drawn.

/system identity
set name=leaf-b

/interface bonding
# peer port: leaf-a
add mode=802.3ad name=bond10 slaves=sfp-sfpplus53,sfp-sfpplus54
# MLAG 11: red-1
add mlag-id=11 mode=802.3ad name=bond11 slaves=sfp-sfpplus1 lacp-rate=1sec
# MLAG 12: blue-1
add mlag-id=12 mode=802.3ad name=bond12 slaves=sfp-sfpplus2 lacp-rate=1sec
# MLAG 13: green-1
add mlag-id=13 mode=802.3ad name=bond13 slaves=sfp-sfpplus3 lacp-rate=1sec
# MLAG 14: amber-1
add mlag-id=14 mode=802.3ad name=bond14 slaves=sfp-sfpplus4 lacp-rate=1sec
# MLAG 50: edge-1
add mlag-id=50 mode=802.3ad name=bond50 slaves=sfp-sfpplus47,sfp-sfpplus48 lacp-rate=1sec

/interface bridge
add name=bridge1 priority=0x1000 vlan-filtering=yes mlag-peer-port=bond10 mlag-priority=128 mlag-heartbeat=5s

/interface bridge port
add bridge=bridge1 interface=bond10 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=bond11 pvid=110 edge=yes
add bridge=bridge1 interface=bond12 pvid=120 edge=yes
add bridge=bridge1 interface=bond13 pvid=130 edge=yes
add bridge=bridge1 interface=bond14 pvid=140 edge=yes
add bridge=bridge1 interface=bond50 frame-types=admit-only-vlan-tagged

/interface bridge vlan
add bridge=bridge1 tagged=bond10,bond50 untagged=bond11 vlan-ids=110
add bridge=bridge1 tagged=bond10,bond50 untagged=bond12 vlan-ids=120
add bridge=bridge1 tagged=bond10,bond50 untagged=bond13 vlan-ids=130
add bridge=bridge1 tagged=bond10,bond50 untagged=bond14 vlan-ids=140
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=201
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=202
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=203
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=204
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=205
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=206
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=207
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=208
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=209
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=210
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=211
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=212
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=213
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=214
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=215
add bridge=bridge1 tagged=bond10,bond50 vlan-ids=216
