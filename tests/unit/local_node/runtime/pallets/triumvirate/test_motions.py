"""Motions of the council from proposal to execution, and the pallets of members, by dispatch."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.support import Node


def test_what_motions_weigh(ctx: Context) -> None:
    guard = 17_583_000 + 50_000_000
    remark = ("System", ("remark", {"remark": b""}))

    def weight(name: str, **args: Any) -> tuple[int, str]:
        info = ctx.runtime.dispatch_info(("Triumvirate", (name, args)))
        return info.call_weight.ref_time, info.kind

    def proposed(threshold: int) -> int:
        args = {"threshold": threshold, "proposal": remark, "length_bound": 100}
        return weight("propose", **args)[0]

    # three members and ten motions; four reads and four writes, 2,355 for each byte
    assert proposed(2) - guard == 24_778_955 + 3 * 20_518 + 10 * 85_670 + 500_000_000 + 235_500
    inner = ctx.runtime.dispatch_info(remark).call_weight.ref_time
    direct = 17_019_558 + 3 * 27_986 + 50_000_000 + 180_700
    assert proposed(1) - guard == direct + inner
    args = {"proposal_hash": bytes(32), "index": 0, "length_bound": 100}
    bound = {"ref_time": 7, "proof_size": 0}
    closing = 39_948_329 + 3 * 22_669 + 10 * 95_525 + 425_000_000 + 204_500
    expected = (closing + 7 + guard, "Operational")
    assert weight("close", **args, proposal_weight_bound=bound) == expected


def test_without_the_feature_there_is_no_council() -> None:
    node = Node("fast")
    assert "Triumvirate" not in node.interface.pallets
    node.block()
