"""What root sets by calls of SubtensorModule itself (`macros/dispatches.rs`, `utils/misc.rs`)."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets.subtensor import storage
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    key,
    refused,
    root,
)
from tests.unit.local_node.runtime.support import decoded_events


@pytest.mark.parametrize(
    ("name", "argument", "item", "event"),
    [
        (
            "sudo_set_tx_childkey_take_rate_limit",
            "tx_rate_limit",
            storage.TxChildkeyTakeRateLimit,
            "TxChildKeyTakeRateLimitSet",
        ),
        (
            "sudo_set_min_childkey_take",
            "take",
            storage.MinChildkeyTake,
            "MinChildKeyTakeSet",
        ),
        (
            "sudo_set_max_childkey_take",
            "take",
            storage.MaxChildkeyTake,
            "MaxChildKeyTakeSet",
        ),
        ("set_pending_childkey_cooldown", "cooldown", storage.PendingChildKeyCooldown, None),
    ],
)
def test_root_alone_sets_it(name: str, argument: str, item: Any, event: str | None) -> None:
    ctx = dev_context()
    with refused("BadOrigin"):
        call(ctx, key(1), name, **{argument: 7})
    before = len(decoded_events(ctx))
    call(ctx, root, name, **{argument: 7})
    assert ctx.get(item) == 7
    assert decoded_events(ctx)[before:] == ([("SubtensorModule", event, 7)] if event else [])
