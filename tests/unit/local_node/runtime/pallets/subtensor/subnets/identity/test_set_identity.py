"""What a coldkey says of itself."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    key,
    refused,
    subnet,
)


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    subnet(ctx, 1, neurons=2)
    go_to(ctx, 100)
    return ctx


IDENTITY = dict.fromkeys(
    ("name", "url", "github_repo", "image", "discord", "description", "additional"), b"x"
)


def test_an_identity_belongs_to_a_coldkey_with_a_registered_hotkey(ctx: Context) -> None:
    coldkey = key(60)
    with refused(errors.HotKeyNotRegisteredInNetwork):
        call(ctx, coldkey, "set_identity", **IDENTITY)
    ctx.put(storage.OwnedHotkeys, coldkey, [subnet(ctx)[1]])
    with refused(errors.InvalidIdentity):
        call(ctx, coldkey, "set_identity", **{**IDENTITY, "url": b"x" * 257})
    call(ctx, coldkey, "set_identity", **{**IDENTITY, "url": b"x" * 256})
    assert (ctx.get(storage.IdentitiesV2, coldkey) or {})["url"] == b"x" * 256
