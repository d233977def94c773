"""The triumvirate's members: at most three, who vote on motions."""

from __future__ import annotations

from collections.abc import Collection

from chain_spec.pallets import triumvirate_members
from local_node.runtime.frame import Context
from local_node.runtime.pallets.membership import Body
from local_node.runtime.pallets.triumvirate import motions


def _changed(ctx: Context, gone: Collection[bytes], members: list[bytes]) -> None:
    motions.change_members(ctx, members)


BODY = Body(
    triumvirate_members.storage,
    triumvirate_members.events,
    triumvirate_members.errors,
    most=3,
    changed=_changed,
    prime_set=motions.set_prime,
)

CALLS = BODY.calls()
genesis = BODY.genesis
