"""Crowdloans of one creator, by real dispatch."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.calling import dispatch, key
from tests.unit.local_node.runtime.support import TAO

CREATOR, FRIEND, OTHER, TARGET = key(1), key(2), key(3), key(4)


FUNDS = b"modlbt/cloan" + bytes(20)


errors, storage = crowdloan.errors, crowdloan.storage


def loans(ctx: Context, origin: Any, name: str, /, **args: Any) -> Any:
    return dispatch(ctx, origin, "Crowdloan", name, **args)


def create(ctx: Context, origin: Any = CREATOR, **changes: Any) -> int:
    args: dict[str, Any] = {
        "deposit": 50 * TAO,
        "min_contribution": 10 * TAO,
        "cap": 300 * TAO,
        "end": 110,
        "call": None,
        "target_address": TARGET,
        **changes,
    }
    loan_id = ctx.get(storage.NextCrowdloanId)
    loans(ctx, origin, "create", **args)
    return loan_id


def give(ctx: Context, who: bytes, tao: int, loan_id: int = 0) -> None:
    loans(ctx, who, "contribute", crowdloan_id=loan_id, amount=tao * TAO)


def loan(ctx: Context, loan_id: int = 0) -> dict[str, Any]:
    found = ctx.get(storage.Crowdloans, loan_id)
    assert found is not None
    return found


def remark(size: int) -> Any:
    return ("System", ("remark_with_event", {"remark": b"x" * size}))
