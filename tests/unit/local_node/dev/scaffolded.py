"""A scaffold of two subnets, built."""

from __future__ import annotations

from local_node.dev.impersonation import Impersonated

STRANGER = Impersonated(bytes(range(32)))


TEXT = f"""
[[accounts]]
name = "alice"
secret = "//Alice"
balance = "1234.5"

[[accounts]]
name = "stranger"
address = "{STRANGER.ss58_address}"

[[subnets]]
owner = "alice"
hotkey = "//Alice//subnet"
settings = {{ Tempo = 7, MaxAllowedUids = 99 }}

[[subnets.neurons]]
count = 4
coldkey = "//Miner{{n}}"
hotkey = "//Miner{{n}}//{{subnet}}"
stake = "2"
weights = "equal"

[[subnets.neurons]]
coldkey = "stranger"
hotkey = "//Other//{{subnet}}"
stake = "3"
weights = {{ 1 = 10, 2 = 20 }}

[[subnets]]
netuid = 1
owner = "alice"

[[subnets.neurons]]
coldkey = "//Miner0"
hotkey = "//Miner0//one"
"""
