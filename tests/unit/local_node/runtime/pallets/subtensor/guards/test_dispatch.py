from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.guards.dispatch import check_call
from tests.unit.local_node.runtime.pallets.subtensor.guards.checking import WHO, check


def test_calls_without_a_guard_pass(ctx: Context) -> None:
    check(ctx, "start_call", netuid=1)
    check_call(ctx, WHO, ("System", ("remark", {"remark": b""})))
