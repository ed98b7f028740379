# leaf-a, SONiC
# Note: SONiC has the router address itself on both peers; 10.0.10.2 is not written.
# Note: Spanning tree is simulated as drawn and not written: MCLAG peers of SONiC share none.
# Note: LACP system priority is 65535 on SONiC, not the drawn 32768.
# Note: The config commands take no names of VLANs: they are only in the tables.

sudo config hostname leaf-a

sudo config vlan add 10

# MCLAG peer-link: leaf-b
sudo config portchannel add PortChannel10 --min-links 1 --fast-rate false
sudo config interface startup Ethernet208
sudo config portchannel member add PortChannel10 Ethernet208
sudo config interface startup Ethernet212
sudo config portchannel member add PortChannel10 Ethernet212
sudo config interface mtu PortChannel10 9216
sudo config vlan member add 10 PortChannel10

# MCLAG PortChannel11: srv-1
sudo config portchannel add PortChannel11 --min-links 1 --fast-rate true
sudo config interface startup Ethernet0
sudo config portchannel member add PortChannel11 Ethernet0
sudo config interface mtu PortChannel11 1500
sudo config vlan member add -u 10 PortChannel11

# MCLAG PortChannel12: srv-2
sudo config portchannel add PortChannel12 --min-links 1 --fast-rate true
sudo config interface startup Ethernet4
sudo config portchannel member add PortChannel12 Ethernet4
sudo config interface mtu PortChannel12 1500
sudo config vlan member add -u 10 PortChannel12

# ICCP: mgmt-1 port1
sudo config interface ip add eth0 192.168.0.11/24

sudo config feature state iccpd enabled
sudo config mclag add 10 192.168.0.11 192.168.0.12 PortChannel10
sudo config mclag member add 10 PortChannel11
sudo config mclag member add 10 PortChannel12
sudo config mclag session-timeout 10 15
sudo config mclag keepalive-interval 10 1

sudo config interface ip add Vlan10 10.0.10.1/24

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
