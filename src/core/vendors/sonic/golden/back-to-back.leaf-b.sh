# leaf-b, SONiC
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

# MCLAG PortChannel11: srv-1
sudo config portchannel add PortChannel11 --min-links 1 --fast-rate true
sudo config interface startup Ethernet0
sudo config portchannel member add PortChannel11 Ethernet0
sudo config interface mtu PortChannel11 1500
sudo config vlan member add -u 10 PortChannel11

# MCLAG PortChannel20: spine-1 and spine-2
sudo config portchannel add PortChannel20 --min-links 1 --fast-rate true
sudo config interface startup Ethernet192
sudo config portchannel member add PortChannel20 Ethernet192
sudo config interface startup Ethernet196
sudo config portchannel member add PortChannel20 Ethernet196
sudo config interface mtu PortChannel20 9216
sudo config vlan member add 10 PortChannel20

# Ethernet4: orphan-b eth0
sudo config interface startup Ethernet4
sudo config interface mtu Ethernet4 1500
sudo config vlan member add -u 10 Ethernet4

# ICCP: leaf-a eth0
sudo config interface ip add eth0 10.99.0.2/30

sudo config feature state iccpd enabled
sudo config mclag add 10 10.99.0.2 10.99.0.1 PortChannel10
sudo config mclag member add 10 PortChannel11
sudo config mclag member add 10 PortChannel20
sudo config mclag session-timeout 10 15
sudo config mclag keepalive-interval 10 1

sudo config save -y
