# sw-1, SONiC
# Note: Spanning tree is simulated as drawn and not written: MCLAG peers of SONiC share none.
# Note: LACP system priority is 65535 on SONiC, not the drawn 32768.
# Note: The config commands take no names of VLANs: they are only in the tables.

sudo config hostname sw-1

sudo config vlan add 10

# PortChannel11: srv-1
sudo config portchannel add PortChannel11 --min-links 1 --fast-rate true
sudo config interface startup Ethernet0
sudo config portchannel member add PortChannel11 Ethernet0
sudo config interface startup Ethernet4
sudo config portchannel member add PortChannel11 Ethernet4
sudo config interface mtu PortChannel11 1500
sudo config vlan member add -u 10 PortChannel11

# PortChannel12: srv-2
sudo config portchannel add PortChannel12 --min-links 1 --fast-rate false
sudo config interface startup Ethernet8
sudo config portchannel member add PortChannel12 Ethernet8
sudo config interface startup Ethernet12
sudo config portchannel member add PortChannel12 Ethernet12
sudo config interface mtu PortChannel12 1500
sudo config vlan member add -u 10 PortChannel12

sudo config save -y
