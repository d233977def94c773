"""The weights of Utility\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable, Length, Weights

COSTS: CostTable = {
    "batch": Cost(
        19_446_696,
        proof_size=3_983,
        reads=2,
        per=((Length("calls"), Weights(5_450_264)),),
        each="calls",
        pays="AnyInner",
    ),
    "as_derivative": Cost(15_378_000, proof_size=3_983, reads=3, writes=1, inner=("call",)),
    "batch_all": Cost(
        13_428_230,
        proof_size=3_983,
        reads=2,
        per=((Length("calls"), Weights(5_663_250)),),
        each="calls",
        pays="AnyInner",
    ),
    "dispatch_as": Cost(6_893_000, inner=("call",)),
    "force_batch": Cost(
        12_134_867,
        proof_size=3_983,
        reads=2,
        per=((Length("calls"), Weights(5_477_293)),),
        each="calls",
        pays="AnyInner",
    ),
    "with_weight": Cost(0, declared="weight"),
    "if_else": Cost(
        21_831_000,
        proof_size=3_983,
        reads=2,
        inner=(
            "main",
            "fallback",
        ),
    ),
    "dispatch_as_fallible": Cost(7_113_000, inner=("call",)),
}
