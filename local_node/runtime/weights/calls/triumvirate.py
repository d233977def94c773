"""The weights of Triumvirate's calls, with at most three members and ten open motions.

The numbers are those of `pallet_collective` in Subtensor.
"""

from __future__ import annotations

from local_node.runtime.weights.cost import Args, Choice, Cost, CostTable, Number, Weights

MEMBERS = 3
MOTIONS = 10


class Direct(Choice):
    """Whether one aye is enough, so that the call is dispatched at once."""

    def chosen(self, args: Args) -> Cost:
        return self.then if args[self.argument] < 2 else self.otherwise


COSTS: CostTable = {
    "set_members": Cost(
        17_284_000 + 5_143_145 * MEMBERS + 7_480_941 * MOTIONS,
        proof_size=16_586 + 7_809 * MEMBERS + 10_238 * MOTIONS,
        reads=2 + MOTIONS,
        writes=2 + MOTIONS,
        kind="Operational",
    ),
    "execute": Cost(
        14_971_445 + 17_052 * MEMBERS,
        proof_size=730 + 32 * MEMBERS,
        reads=1,
        per=((Number("length_bound"), Weights(1_775)),),
        inner=("proposal",),
        kind="Operational",
    ),
    "propose": Direct(
        "threshold",
        Cost(
            17_019_558 + 27_986 * MEMBERS,
            proof_size=3_440 + 64 * MEMBERS,
            reads=2,
            per=((Number("length_bound"), Weights(1_807)),),
            inner=("proposal",),
            kind="Operational",
        ),
        Cost(
            24_778_955 + 20_518 * MEMBERS + 85_670 * MOTIONS,
            proof_size=6_355 + 165 * MEMBERS + 180 * MOTIONS,
            reads=4,
            writes=4,
            per=((Number("length_bound"), Weights(2_355)),),
            kind="Operational",
        ),
    ),
    "vote": Cost(
        20_528_275 + 48_856 * MEMBERS,
        proof_size=4_980 + 128 * MEMBERS,
        reads=2,
        writes=1,
        kind="Operational",
    ),
    "disapprove_proposal": Cost(
        16_393_818 + 76_786 * MOTIONS, proof_size=1_668 + 96 * MOTIONS, reads=1, writes=3
    ),
    "close": Cost(
        39_948_329 + 22_669 * MEMBERS + 95_525 * MOTIONS,
        proof_size=10_565 + 330 * MEMBERS + 200 * MOTIONS,
        reads=5,
        writes=3,
        per=((Number("length_bound"), Weights(2_045, proof_size=5)),),
        declared="proposal_weight_bound",
        kind="Operational",
    ),
}
