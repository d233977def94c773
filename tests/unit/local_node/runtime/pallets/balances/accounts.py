"""What the tests of this folder share."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import system
from local_node.runtime.frame import Context, DispatchFailure
from tests.unit.local_node.runtime.support import ALICE, BOB, DAVE, decoded_events

ED = 500


NEW = bytes([7]) * 32


A, B, D = ALICE.public_key, BOB.public_key, DAVE.public_key


PREIMAGE = ("Preimage", "Preimage")


def fails(error: Any) -> Any:
    name = error if isinstance(error, str) else str(error)
    return pytest.raises(DispatchFailure, match=name)


def names(ctx: Context) -> list[str]:
    return [f"{pallet}.{name}" for pallet, name, _ in decoded_events(ctx)]


def account(ctx: Context, who: bytes) -> dict[str, Any]:
    found: dict[str, Any] = ctx.get(system.storage.Account, who)
    return found
