# leaf-a, SONiC
# Note: SONiC has no statement for a greatest number of members, set on PortChannel11.
# Note: SONiC has no statement for a time to restore of members, set on PortChannel11.
# Note: SONiC has no individual LACP fallback, set on PortChannel11; members without a partner stay out.
# Note: SONiC has the router address itself on both peers; 10.0.10.2, 10.0.20.2 is not written.
# Note: Spanning tree is simulated as drawn and not written: MCLAG peers of SONiC share none.
# Note: LACP system priority is 65535 on SONiC, not the drawn 200.
# Note: The config commands take no distance: the backup route and its VLAN interface are only in the tables.
# Note: PortChannel12 is drawn static; SONiC knows active LACP only.
# Note: Ethernet188 stays in the default VRF, not in KEEPALIVE as drawn.
# Note: The config commands take no names of VLANs: they are only in the tables.

sudo config hostname leaf-a

sudo config vlan add 10
sudo config vlan add 20
sudo config vlan add 30
sudo config vlan add 3900

# MCLAG peer-link: leaf-b
sudo config portchannel add PortChannel10 --min-links 1 --fast-rate false
sudo config interface startup Ethernet208
sudo config portchannel member add PortChannel10 Ethernet208
sudo config interface startup Ethernet212
sudo config portchannel member add PortChannel10 Ethernet212
sudo config interface mtu PortChannel10 9000
sudo config vlan member add 10 PortChannel10
sudo config vlan member add 20 PortChannel10
sudo config vlan member add 30 PortChannel10
sudo config vlan member add 3900 PortChannel10

# MCLAG PortChannel11: srv-1 (Zurich 2. OG row 4)
sudo config portchannel add PortChannel11 --min-links 1 --fast-rate true
sudo config interface startup Ethernet0
sudo config portchannel member add PortChannel11 Ethernet0
sudo config interface mtu PortChannel11 9000
sudo config vlan member add 10 PortChannel11
sudo config vlan member add 20 PortChannel11
sudo config vlan member add -u 30 PortChannel11

# MCLAG PortChannel12: srv-2 (Zurich 2. OG row 4)
sudo config portchannel add PortChannel12 --min-links 1 --fast-rate true
sudo config interface startup Ethernet4
sudo config portchannel member add PortChannel12 Ethernet4
sudo config interface mtu PortChannel12 1500
sudo config vlan member add -u 10 PortChannel12

# ICCP: mgmt-1 port1
sudo config interface startup Ethernet188
sudo config interface ip add Ethernet188 192.168.0.11/24

sudo config feature state iccpd enabled
sudo config mclag add 10 192.168.0.11 192.168.0.12 PortChannel10
sudo config mclag member add 10 PortChannel11
sudo config mclag member add 10 PortChannel12
sudo config mclag session-timeout 10 16
sudo config mclag keepalive-interval 10 2

sudo config interface ip add Vlan10 10.0.10.1/24
sudo config interface ip add Vlan20 10.0.20.1/24

# uplink: core-1 port1
sudo config interface startup Ethernet192
sudo config interface mtu Ethernet192 9216
sudo config interface ip add Ethernet192 10.254.0.2/30

# uplink: core-1 port2
sudo config interface startup Ethernet196
sudo config interface mtu Ethernet196 9216
sudo config interface ip add Ethernet196 10.254.0.10/30

sudo config route add prefix 0.0.0.0/0 nexthop 10.254.0.1
sudo config route add prefix 0.0.0.0/0 nexthop 10.254.0.9

sudo config save -y
