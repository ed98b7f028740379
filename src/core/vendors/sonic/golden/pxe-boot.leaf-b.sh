# leaf-b, SONiC
# Note: SONiC has no individual LACP fallback, set on PortChannel13; members without a partner stay out.
# Note: Spanning tree is simulated as drawn and not written: MCLAG peers of SONiC share none.
# Note: LACP system priority is 65535 on SONiC, not the drawn 32768.
# Note: The config commands take no names of VLANs: they are only in the tables.

sudo config hostname leaf-b

sudo config vlan add 10

# MCLAG peer-link: leaf-a
sudo config portchannel add PortChannel10 --min-links 1 --fast-rate false
sudo config interface startup Ethernet208
sudo config portchannel member add PortChannel10 Ethernet208
sudo config interface startup Ethernet212
sudo config portchannel member add PortChannel10 Ethernet212
sudo config interface mtu PortChannel10 9216
sudo config vlan member add 10 PortChannel10

# MCLAG PortChannel11: boot-srv
sudo config portchannel add PortChannel11 --min-links 1 --fast-rate true
sudo config interface startup Ethernet0
sudo config portchannel member add PortChannel11 Ethernet0
sudo config interface mtu PortChannel11 1500
sudo config vlan member add -u 10 PortChannel11

# MCLAG PortChannel12: srv-1
sudo config portchannel add PortChannel12 --min-links 1 --fast-rate true
sudo config interface startup Ethernet4
sudo config portchannel member add PortChannel12 Ethernet4
sudo config interface mtu PortChannel12 1500
sudo config vlan member add -u 10 PortChannel12

# MCLAG PortChannel13: new-1 (booting)
sudo config portchannel add PortChannel13 --min-links 1 --fast-rate true
sudo config interface startup Ethernet8
sudo config portchannel member add PortChannel13 Ethernet8
sudo config interface mtu PortChannel13 1500
sudo config vlan member add -u 10 PortChannel13

# ICCP: mgmt-1 port2
sudo config interface ip add eth0 192.168.10.2/24

sudo config feature state iccpd enabled
sudo config mclag add 10 192.168.10.2 192.168.10.1 PortChannel10
sudo config mclag member add 10 PortChannel11
sudo config mclag member add 10 PortChannel12
sudo config mclag member add 10 PortChannel13
sudo config mclag session-timeout 10 15
sudo config mclag keepalive-interval 10 1

sudo config save -y
