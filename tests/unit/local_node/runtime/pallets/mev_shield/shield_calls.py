"""Calls of MevShield on a chain of three authors."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import mev_shield
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.calling import dispatch

storage, errors = mev_shield.storage, mev_shield.errors


def shielding(ctx: Context, origin: Any, name: str, /, **args: Any) -> None:
    dispatch(ctx, origin, "MevShield", name, **args)
