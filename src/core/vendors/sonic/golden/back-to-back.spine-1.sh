# spine-1, SONiC
# Note: Spanning tree is simulated as drawn and not written: MCLAG peers of SONiC share none.
# Note: LACP system priority is 65535 on SONiC, not the drawn 32768.
# Note: The config commands take no names of VLANs: they are only in the tables.

sudo config hostname spine-1

sudo config vlan add 10

# MCLAG peer-link: spine-2
sudo config portchannel add PortChannel10 --min-links 1 --fast-rate false
sudo config interface startup Ethernet208
sudo config portchannel member add PortChannel10 Ethernet208
sudo config interface startup Ethernet212
sudo config portchannel member add PortChannel10 Ethernet212
sudo config interface mtu PortChannel10 9216
sudo config vlan member add 10 PortChannel10

# MCLAG PortChannel20: leaf-a and leaf-b
sudo config portchannel add PortChannel20 --min-links 1 --fast-rate true
sudo config interface startup Ethernet0
sudo config portchannel member add PortChannel20 Ethernet0
sudo config interface startup Ethernet4
sudo config portchannel member add PortChannel20 Ethernet4
sudo config interface mtu PortChannel20 9216
sudo config vlan member add 10 PortChannel20

# MCLAG PortChannel31: core-1
sudo config portchannel add PortChannel31 --min-links 1 --fast-rate true
sudo config interface startup Ethernet8
sudo config portchannel member add PortChannel31 Ethernet8
sudo config interface mtu PortChannel31 1500
sudo config vlan member add -u 10 PortChannel31

# ICCP: mgmt-1 port1
sudo config interface ip add eth0 192.168.0.21/24

sudo config feature state iccpd enabled
sudo config mclag add 20 192.168.0.21 192.168.0.22 PortChannel10
sudo config mclag member add 20 PortChannel20
sudo config mclag member add 20 PortChannel31
sudo config mclag session-timeout 20 15
sudo config mclag keepalive-interval 20 1

sudo config save -y
