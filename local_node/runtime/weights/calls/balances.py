"""The weights of Balances\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Choice, Cost, CostTable, Length, Weights

COSTS: CostTable = {
    "transfer_allow_death": Cost(48_834_000, proof_size=3_593, reads=1, writes=1),
    "force_transfer": Cost(49_519_000, proof_size=6_196, reads=2, writes=2),
    "transfer_keep_alive": Cost(39_051_000, proof_size=3_593, reads=1, writes=1),
    "transfer_all": Cost(48_209_000, proof_size=3_593, reads=1, writes=1),
    "force_unreserve": Cost(15_515_000, proof_size=3_593, reads=1, writes=1),
    "upgrade_accounts": Cost(
        14_674_000,
        proof_size=990,
        per=((Length("who"), Weights(14_648_188, proof_size=2_603, reads=1, writes=1)),),
    ),
    "force_set_balance": Cost(19_206_000, proof_size=3_593, reads=1, writes=1),
    "force_adjust_total_issuance": Cost(5_351_000),
    "burn": Choice("keep_alive", Cost(30_219_000), Cost(20_720_000)),
}
