# edge-1, MikroTik RouterOS
# Note: Not port names of RouterOS, kept as drawn: sfp-sfpplus49, sfp-sfpplus50, sfp-sfpplus51, sfp-sfpplus52.
# Note: Names of VLANs are not written.
# Note: MTU 9216 is drawn and not written.
# Note: LACP system priority is 65535, not 32768 as drawn.

/system identity
set name=edge-1

/interface bonding
# bond50: leaf-a and leaf-b
add mode=802.3ad name=bond50 slaves=sfp-sfpplus49,sfp-sfpplus50,sfp-sfpplus51,sfp-sfpplus52 lacp-rate=1sec

/interface bridge
add name=bridge1 vlan-filtering=yes

/interface bridge port
add bridge=bridge1 interface=bond50 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=sfp-sfpplus1 pvid=110 edge=yes
add bridge=bridge1 interface=sfp-sfpplus2 pvid=120 edge=yes
add bridge=bridge1 interface=sfp-sfpplus3 pvid=130 edge=yes
add bridge=bridge1 interface=sfp-sfpplus4 pvid=140 edge=yes

/interface bridge vlan
add bridge=bridge1 tagged=bond50 untagged=sfp-sfpplus1 vlan-ids=110
add bridge=bridge1 tagged=bond50 untagged=sfp-sfpplus2 vlan-ids=120
add bridge=bridge1 tagged=bond50 untagged=sfp-sfpplus3 vlan-ids=130
add bridge=bridge1 tagged=bond50 untagged=sfp-sfpplus4 vlan-ids=140
add bridge=bridge1 tagged=bond50 vlan-ids=201
add bridge=bridge1 tagged=bond50 vlan-ids=202
add bridge=bridge1 tagged=bond50 vlan-ids=203
add bridge=bridge1 tagged=bond50 vlan-ids=204
add bridge=bridge1 tagged=bond50 vlan-ids=205
add bridge=bridge1 tagged=bond50 vlan-ids=206
add bridge=bridge1 tagged=bond50 vlan-ids=207
add bridge=bridge1 tagged=bond50 vlan-ids=208
add bridge=bridge1 tagged=bond50 vlan-ids=209
add bridge=bridge1 tagged=bond50 vlan-ids=210
add bridge=bridge1 tagged=bond50 vlan-ids=211
add bridge=bridge1 tagged=bond50 vlan-ids=212
add bridge=bridge1 tagged=bond50 vlan-ids=213
add bridge=bridge1 tagged=bond50 vlan-ids=214
add bridge=bridge1 tagged=bond50 vlan-ids=215
add bridge=bridge1 tagged=bond50 vlan-ids=216
