# leaf-b, SONiC
# Note: Spanning tree is simulated as drawn and not written: MCLAG peers of SONiC share none.
# Note: LACP system priority is 65535 on SONiC, not the drawn 32768.
# Note: The config commands take no names of VLANs: they are only in the tables.

sudo config hostname leaf-b

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

# MCLAG peer-link: leaf-a
sudo config portchannel add PortChannel10 --min-links 1 --fast-rate false
sudo config interface startup Ethernet208
sudo config portchannel member add PortChannel10 Ethernet208
sudo config interface startup Ethernet212
sudo config portchannel member add PortChannel10 Ethernet212
sudo config interface mtu PortChannel10 9216
sudo config vlan member add 110 PortChannel10
sudo config vlan member add 120 PortChannel10
sudo config vlan member add 130 PortChannel10
sudo config vlan member add 140 PortChannel10
sudo config vlan member add 201 PortChannel10
sudo config vlan member add 202 PortChannel10
sudo config vlan member add 203 PortChannel10
sudo config vlan member add 204 PortChannel10
sudo config vlan member add 205 PortChannel10
sudo config vlan member add 206 PortChannel10
sudo config vlan member add 207 PortChannel10
sudo config vlan member add 208 PortChannel10
sudo config vlan member add 209 PortChannel10
sudo config vlan member add 210 PortChannel10
sudo config vlan member add 211 PortChannel10
sudo config vlan member add 212 PortChannel10
sudo config vlan member add 213 PortChannel10
sudo config vlan member add 214 PortChannel10
sudo config vlan member add 215 PortChannel10
sudo config vlan member add 216 PortChannel10

# MCLAG PortChannel11: red-1
sudo config portchannel add PortChannel11 --min-links 1 --fast-rate true
sudo config interface startup Ethernet0
sudo config portchannel member add PortChannel11 Ethernet0
sudo config interface mtu PortChannel11 1500
sudo config vlan member add -u 110 PortChannel11

# MCLAG PortChannel12: blue-1
sudo config portchannel add PortChannel12 --min-links 1 --fast-rate true
sudo config interface startup Ethernet4
sudo config portchannel member add PortChannel12 Ethernet4
sudo config interface mtu PortChannel12 1500
sudo config vlan member add -u 120 PortChannel12

# MCLAG PortChannel13: green-1
sudo config portchannel add PortChannel13 --min-links 1 --fast-rate true
sudo config interface startup Ethernet8
sudo config portchannel member add PortChannel13 Ethernet8
sudo config interface mtu PortChannel13 1500
sudo config vlan member add -u 130 PortChannel13

# MCLAG PortChannel14: amber-1
sudo config portchannel add PortChannel14 --min-links 1 --fast-rate true
sudo config interface startup Ethernet12
sudo config portchannel member add PortChannel14 Ethernet12
sudo config interface mtu PortChannel14 1500
sudo config vlan member add -u 140 PortChannel14

# MCLAG PortChannel50: edge-1
sudo config portchannel add PortChannel50 --min-links 1 --fast-rate true
sudo config interface startup Ethernet184
sudo config portchannel member add PortChannel50 Ethernet184
sudo config interface startup Ethernet188
sudo config portchannel member add PortChannel50 Ethernet188
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

# ICCP: mgmt-1 port2
sudo config interface ip add eth0 192.168.10.2/24

sudo config feature state iccpd enabled
sudo config mclag add 10 192.168.10.2 192.168.10.1 PortChannel10
sudo config mclag member add 10 PortChannel11
sudo config mclag member add 10 PortChannel12
sudo config mclag member add 10 PortChannel13
sudo config mclag member add 10 PortChannel14
sudo config mclag member add 10 PortChannel50
sudo config mclag session-timeout 10 15
sudo config mclag keepalive-interval 10 1

sudo config save -y
