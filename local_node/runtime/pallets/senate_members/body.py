"""The senate: at most twelve hotkeys."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from chain_spec.pallets import senate_members
from local_node.runtime.frame import Context
from local_node.runtime.pallets.membership import Body
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import create_account_if_missing
from local_node.runtime.pallets.triumvirate import motions


def _changed(ctx: Context, gone: Collection[bytes], members: list[bytes]) -> None:
    motions.withdraw_votes(ctx, gone)


def _prime_set(ctx: Context, who: bytes | None) -> None:
    """Ignore the senate's prime member, which has no effect."""


BODY = Body(
    senate_members.storage,
    senate_members.events,
    senate_members.errors,
    most=12,
    changed=_changed,
    prime_set=_prime_set,
)


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`members`: addresses of hotkeys; a hotkey without an owner becomes its own coldkey."""
    BODY.genesis(ctx, config)
    for hotkey in ctx.get(senate_members.storage.Members):
        create_account_if_missing(ctx, hotkey, hotkey)


CALLS = BODY.calls()
