# sw-1, SONiC
# Note: Spanning tree is simulated as drawn and not written: MCLAG peers of SONiC share none.
# Note: LACP system priority is 65535 on SONiC, not the drawn 32768.
# Note: The config commands take no names of VLANs: they are only in the tables.

sudo config hostname sw-1

sudo config vlan add 10

# PortChannel10: sw-2
sudo config portchannel add PortChannel10 --min-links 1 --fast-rate true
sudo config interface startup Ethernet208
sudo config portchannel member add PortChannel10 Ethernet208
sudo config interface startup Ethernet212
sudo config portchannel member add PortChannel10 Ethernet212
sudo config interface mtu PortChannel10 9216
sudo config vlan member add 10 PortChannel10

# PortChannel11: srv-1
sudo config portchannel add PortChannel11 --min-links 1 --fast-rate true
sudo config interface startup Ethernet0
sudo config portchannel member add PortChannel11 Ethernet0
sudo config interface mtu PortChannel11 1500
sudo config vlan member add -u 10 PortChannel11

# PortChannel12: srv-2
sudo config portchannel add PortChannel12 --min-links 1 --fast-rate true
sudo config interface startup Ethernet4
sudo config portchannel member add PortChannel12 Ethernet4
sudo config interface mtu PortChannel12 1500
sudo config vlan member add -u 10 PortChannel12

# PortChannel20: access
sudo config portchannel add PortChannel20 --min-links 1 --fast-rate true
sudo config interface startup Ethernet192
sudo config portchannel member add PortChannel20 Ethernet192
sudo config interface startup Ethernet196
sudo config portchannel member add PortChannel20 Ethernet196
sudo config interface mtu PortChannel20 9216
sudo config vlan member add 10 PortChannel20

sudo config save -y
