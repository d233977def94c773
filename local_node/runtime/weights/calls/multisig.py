"""The weights of Multisig\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable, EncodedLength, Length, Weights

COSTS: CostTable = {
    "as_multi_threshold_1": Cost(
        20_470_382,
        proof_size=3_997,
        reads=3,
        writes=1,
        per=((EncodedLength("call"), Weights(397)),),
        inner=("call",),
        kind="Inner",
    ),
    "as_multi": Cost(
        34_745_418,
        proof_size=6_811,
        reads=4,
        writes=2,
        per=(
            (Length("other_signatories"), Weights(193_313)),
            (EncodedLength("call"), Weights(2_057)),
        ),
        declared="max_weight",
    ),
    "approve_as_multi": Cost(
        27_463_275,
        proof_size=6_811,
        reads=1,
        writes=1,
        per=((Length("other_signatories"), Weights(139_226)),),
        declared="max_weight",
    ),
    "cancel_as_multi": Cost(
        28_623_566,
        proof_size=6_811,
        reads=1,
        writes=1,
        per=((Length("other_signatories"), Weights(135_351)),),
    ),
    "poke_deposit": Cost(
        27_349_525,
        proof_size=6_811,
        reads=1,
        writes=1,
        per=((Length("other_signatories"), Weights(121_813)),),
    ),
}
