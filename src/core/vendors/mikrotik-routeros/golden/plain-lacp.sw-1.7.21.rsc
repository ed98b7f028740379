# sw-1, MikroTik RouterOS
# Note: Names of VLANs are not written.
# Note: LACP system priority is 65535, not 32768 as drawn.

/system identity
set name=sw-1

/interface bonding
# bond11: srv-1
add mode=802.3ad name=bond11 slaves=sfp-sfpplus1,sfp-sfpplus2 lacp-rate=1sec
# bond12: srv-2
add mode=802.3ad name=bond12 slaves=sfp-sfpplus3,sfp-sfpplus4

/interface bridge
add name=bridge1 vlan-filtering=yes

/interface bridge port
add bridge=bridge1 interface=bond11 pvid=10 edge=yes
add bridge=bridge1 interface=bond12 pvid=10 edge=yes

/interface bridge vlan
add bridge=bridge1 untagged=bond11,bond12 vlan-ids=10
