"""The weights of Proxy\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "proxy": Cost(29_090_365, proof_size=4_994, reads=4, writes=2, inner=("call",), pays="Inner"),
    "add_proxy": Cost(27_388_644, proof_size=4_254, reads=1, writes=1),
    "remove_proxy": Cost(29_108_129, proof_size=4_254, reads=1, writes=2),
    "remove_proxies": Cost(28_523_188, proof_size=4_254, reads=1, writes=1),
    "create_pure": Cost(28_256_636, proof_size=4_254, reads=1, writes=1),
    "kill_pure": Cost(27_489_367, proof_size=4_254, reads=1, writes=1),
    "announce": Cost(49_915_451, proof_size=8_615, reads=3, writes=2),
    "remove_announcement": Cost(41_787_991, proof_size=8_615, reads=2, writes=2),
    "reject_announcement": Cost(41_722_977, proof_size=8_615, reads=2, writes=2),
    "proxy_announced": Cost(71_477_572, proof_size=14_455, reads=6, writes=4, inner=("call",)),
    "poke_deposit": Cost(46_757_000, proof_size=8_615, reads=3, writes=3),
    "set_real_pays_fee": Cost(15_115_911, proof_size=4_254, reads=1, writes=1),
}
