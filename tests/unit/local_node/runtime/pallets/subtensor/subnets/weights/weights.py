"""A validator on subnet 1 that sets or commits weights."""

from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.weights.commits import Reveal, commit_hash
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, subnet

VALIDATOR = 1


def hotkey(ctx: Context, uid: int = VALIDATOR) -> bytes:
    return subnet(ctx)[uid]


REVEAL = Reveal([0, 2], [1, 3], [11, 12], 0)


def commit(ctx: Context, reveal: Reveal = REVEAL) -> bytes:
    hashed = commit_hash(hotkey(ctx), 1, reveal)
    call(ctx, hotkey(ctx), "commit_weights", netuid=1, commit_hash=hashed)
    return hashed


def reveal(ctx: Context, revealed: Reveal = REVEAL) -> None:
    call(ctx, hotkey(ctx), "reveal_weights", netuid=1, **revealed._asdict())
