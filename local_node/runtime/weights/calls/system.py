"""The weights of System\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable, Length, Number, Weights

COSTS: CostTable = {
    "remark": Cost(1_586_000, per=((Length("remark"), Weights(10_920)),)),
    "set_heap_pages": Cost(2_836_000, writes=1, kind="Operational"),
    "set_code": Cost(164_247_810_000, proof_size=67_035, reads=1, writes=1, kind="Operational"),
    "set_code_without_checks": Cost(
        164_247_810_000, proof_size=67_035, reads=1, writes=1, kind="Operational"
    ),
    "set_storage": Cost(
        1_565_000, per=((Length("items"), Weights(733_648, writes=1)),), kind="Operational"
    ),
    "kill_storage": Cost(
        1_624_000, per=((Length("keys"), Weights(566_903, writes=1)),), kind="Operational"
    ),
    "kill_prefix": Cost(
        2_964_000,
        per=((Number("subkeys", plus=1), Weights(1_340_742, proof_size=70, reads=1, writes=1)),),
        kind="Operational",
    ),
    "remark_with_event": Cost(4_725_000, per=((Length("remark"), Weights(12_386)),)),
    "authorize_upgrade": Cost(15_570_000, writes=1, kind="Operational"),
    "authorize_upgrade_without_checks": Cost(15_570_000, writes=1, kind="Operational"),
    "apply_authorized_upgrade": Cost(
        166_858_158_000, proof_size=67_035, reads=2, writes=2, kind="Operational"
    ),
}
