"""Calls as the guards see them."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.guards.dispatch import check_call
from tests.unit.local_node.runtime.pallets.subtensor.chain import key

WHO = key(1)


def check(ctx: Context, name: str, who: bytes = WHO, **args: Any) -> None:
    check_call(ctx, who, ("SubtensorModule", (name, args)))
