# leaf-b, MikroTik RouterOS
# Note: RouterOS has no statement for a least number of members, set on bond11.
# Note: RouterOS has no statement for a greatest number of members, set on bond11.
# Note: RouterOS has no statement for a time to restore of members, set on bond11.
# Note: RouterOS has no individual LACP fallback, set on bond11; members without a partner stay out.
# Note: RouterOS has no router address that both peers forward for; the gateway of VLAN 10, 20 is not written and not simulated.
# Note: Not port names of RouterOS, kept as drawn: sfp-sfpplus53, sfp-sfpplus54, sfp-sfpplus49, sfp-sfpplus50.
# Note: Names of VLANs are not written.
# Note: MTU 9000 is drawn and not written.
# Note: RouterOS has no keepalive beside ICCP on the peer port; the drawn cable is not used.
# Note: LACP system priority is 65535, not 200 as drawn.
# Note: bond12 is drawn static; only active LACP is written.
# Note: RouterOS takes no single-homed port down with the bonds.

/system identity
set name=leaf-b

/interface bonding
# peer port: leaf-a
add mode=802.3ad name=bond10 slaves=sfp-sfpplus53,sfp-sfpplus54
# MLAG 11: srv-1 (Zurich 2. OG row 4)
add mlag-id=11 mode=802.3ad name=bond11 slaves=sfp-sfpplus1 lacp-rate=1sec
# MLAG 12: srv-2 (Zurich 2. OG row 4)
add mlag-id=12 mode=802.3ad name=bond12 slaves=sfp-sfpplus2 lacp-rate=1sec

/interface bridge
add name=bridge1 priority=0x2000 vlan-filtering=yes

/interface bridge port
add bridge=bridge1 interface=bond10 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=bond11 pvid=30 edge=yes bpdu-guard=yes
add bridge=bridge1 interface=bond12 pvid=10 edge=yes
add bridge=bridge1 interface=sfp-sfpplus3 pvid=10 restricted-role=yes path-cost=500

/interface bridge vlan
add bridge=bridge1 tagged=bond10,bond11 untagged=bond12,sfp-sfpplus3 vlan-ids=10
add bridge=bridge1 tagged=bond10,bond11 vlan-ids=20
add bridge=bridge1 tagged=bond10 untagged=bond11 vlan-ids=30
add bridge=bridge1 tagged=bridge1,bond10 vlan-ids=3900

/interface bridge mlag
set bridge=bridge1 peer-port=bond10 priority=127 heartbeat=6s

/interface vlan
add interface=bridge1 name=vlan3900 vlan-id=3900

/ip address
add address=10.255.255.2/30 interface=vlan3900
add address=10.254.0.6/30 interface=sfp-sfpplus49
add address=10.254.0.14/30 interface=sfp-sfpplus50

/ip route
add dst-address=0.0.0.0/0 gateway=10.254.0.5
add dst-address=0.0.0.0/0 gateway=10.254.0.13
add distance=250 dst-address=0.0.0.0/0 gateway=10.255.255.1
