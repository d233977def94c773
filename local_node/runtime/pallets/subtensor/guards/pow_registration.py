"""The guard of proofs of work, which the pool must check because the call is free to send."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.registration.pow_register import (
    check_pow_registration,
)

APPLIES_TO = frozenset({"pow_register"})


def check(ctx: Context, who: bytes, _name: str, args: Mapping[str, Any]) -> None:
    check_pow_registration(ctx, who, **args)
