# edge-1, SONiC
# Note: Spanning tree is simulated as drawn and not written: MCLAG peers of SONiC share none.
# Note: LACP system priority is 65535 on SONiC, not the drawn 32768.
# Note: The config commands take no names of VLANs: they are only in the tables.

sudo config hostname edge-1

sudo config vlan add 110
sudo config vlan add 120
sudo config vlan add 130
sudo config vlan add 140
sudo config vlan add 201
sudo config vlan add 202
sudo config vlan add 203
sudo config vlan add 204
sudo config vlan add 205
sudo config vlan add 206
sudo config vlan add 207
sudo config vlan add 208
sudo config vlan add 209
sudo config vlan add 210
sudo config vlan add 211
sudo config vlan add 212
sudo config vlan add 213
sudo config vlan add 214
sudo config vlan add 215
sudo config vlan add 216

# PortChannel50: leaf-a and leaf-b
sudo config portchannel add PortChannel50 --min-links 1 --fast-rate true
sudo config interface startup Ethernet192
sudo config portchannel member add PortChannel50 Ethernet192
sudo config interface startup Ethernet196
sudo config portchannel member add PortChannel50 Ethernet196
sudo config interface startup Ethernet200
sudo config portchannel member add PortChannel50 Ethernet200
sudo config interface startup Ethernet204
sudo config portchannel member add PortChannel50 Ethernet204
sudo config interface mtu PortChannel50 9216
sudo config vlan member add 110 PortChannel50
sudo config vlan member add 120 PortChannel50
sudo config vlan member add 130 PortChannel50
sudo config vlan member add 140 PortChannel50
sudo config vlan member add 201 PortChannel50
sudo config vlan member add 202 PortChannel50
sudo config vlan member add 203 PortChannel50
sudo config vlan member add 204 PortChannel50
sudo config vlan member add 205 PortChannel50
sudo config vlan member add 206 PortChannel50
sudo config vlan member add 207 PortChannel50
sudo config vlan member add 208 PortChannel50
sudo config vlan member add 209 PortChannel50
sudo config vlan member add 210 PortChannel50
sudo config vlan member add 211 PortChannel50
sudo config vlan member add 212 PortChannel50
sudo config vlan member add 213 PortChannel50
sudo config vlan member add 214 PortChannel50
sudo config vlan member add 215 PortChannel50
sudo config vlan member add 216 PortChannel50

# Ethernet0: red-gw eth0
sudo config interface startup Ethernet0
sudo config interface mtu Ethernet0 1500
sudo config vlan member add -u 110 Ethernet0

# Ethernet4: blue-gw eth0
sudo config interface startup Ethernet4
sudo config interface mtu Ethernet4 1500
sudo config vlan member add -u 120 Ethernet4

# Ethernet8: green-gw eth0
sudo config interface startup Ethernet8
sudo config interface mtu Ethernet8 1500
sudo config vlan member add -u 130 Ethernet8

# Ethernet12: amber-gw eth0
sudo config interface startup Ethernet12
sudo config interface mtu Ethernet12 1500
sudo config vlan member add -u 140 Ethernet12

sudo config save -y
