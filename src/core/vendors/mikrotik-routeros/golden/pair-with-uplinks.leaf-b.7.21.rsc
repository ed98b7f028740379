# leaf-b, MikroTik RouterOS
# Note: RouterOS has no router address that both peers forward for; the gateway of VLAN 10 is not written and not simulated.
# Note: Not port names of RouterOS, kept as drawn: sfp-sfpplus53, sfp-sfpplus54, sfp-sfpplus49, sfp-sfpplus50.
# Note: Names of VLANs are not written.
# Note: MTU 9216 is drawn and not written.
# Note: RouterOS has no keepalive beside ICCP on the peer port; the drawn cable is not used.
# Note: LACP system priority is 65535, not 32768 as drawn.

/system identity
set name=leaf-b

/interface bonding
# peer port: leaf-a
add mode=802.3ad name=bond10 slaves=sfp-sfpplus53,sfp-sfpplus54
# MLAG 11: srv-1
add mlag-id=11 mode=802.3ad name=bond11 slaves=sfp-sfpplus1 lacp-rate=1sec
# MLAG 12: srv-2
add mlag-id=12 mode=802.3ad name=bond12 slaves=sfp-sfpplus2 lacp-rate=1sec

/interface bridge
add name=bridge1 vlan-filtering=yes

/interface bridge port
add bridge=bridge1 interface=bond10 frame-types=admit-only-vlan-tagged
add bridge=bridge1 interface=bond11 pvid=10 edge=yes
add bridge=bridge1 interface=bond12 pvid=10 edge=yes
add bridge=bridge1 interface=sfp-sfpplus3 pvid=10 edge=yes

/interface bridge vlan
add bridge=bridge1 tagged=bond10 untagged=bond11,bond12,sfp-sfpplus3 vlan-ids=10

/interface bridge mlag
set bridge=bridge1 peer-port=bond10 priority=128 heartbeat=5s

/ip address
add address=10.254.0.6/30 interface=sfp-sfpplus49
add address=10.254.0.14/30 interface=sfp-sfpplus50

/ip route
add dst-address=0.0.0.0/0 gateway=10.254.0.5
add dst-address=0.0.0.0/0 gateway=10.254.0.13
