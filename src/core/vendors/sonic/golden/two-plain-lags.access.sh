# access, SONiC
# Note: Spanning tree is simulated as drawn and not written: MCLAG peers of SONiC share none.
# Note: LACP system priority is 65535 on SONiC, not the drawn 32768.
# Note: The config commands take no names of VLANs: they are only in the tables.

sudo config hostname access

sudo config vlan add 10

# PortChannel21: sw-1
sudo config portchannel add PortChannel21 --min-links 1 --fast-rate true
sudo config interface startup Ethernet192
sudo config portchannel member add PortChannel21 Ethernet192
sudo config interface startup Ethernet196
sudo config portchannel member add PortChannel21 Ethernet196
sudo config interface mtu PortChannel21 9216
sudo config vlan member add 10 PortChannel21

# PortChannel22: sw-2
sudo config portchannel add PortChannel22 --min-links 1 --fast-rate true
sudo config interface startup Ethernet200
sudo config portchannel member add PortChannel22 Ethernet200
sudo config interface startup Ethernet204
sudo config portchannel member add PortChannel22 Ethernet204
sudo config interface mtu PortChannel22 9216
sudo config vlan member add 10 PortChannel22

# Ethernet0: srv-3 eth0
sudo config interface startup Ethernet0
sudo config interface mtu Ethernet0 1500
sudo config vlan member add -u 10 Ethernet0

sudo config save -y
