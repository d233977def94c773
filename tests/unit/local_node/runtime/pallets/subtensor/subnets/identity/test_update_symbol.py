"""The symbol that an owner picks."""

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


def test_a_symbol_must_exist_and_be_free(ctx: Context) -> None:
    owner = ctx.get(storage.SubnetOwner, 1)
    with refused("BadOrigin"):
        call(ctx, key(60), "update_symbol", netuid=1, symbol="γ".encode())
    for symbol in ("Τ", "@"):
        with refused(errors.SymbolDoesNotExist):
            call(ctx, owner, "update_symbol", netuid=1, symbol=symbol.encode())
    with refused(errors.SymbolAlreadyInUse):
        call(ctx, owner, "update_symbol", netuid=1, symbol="α".encode())
    call(ctx, owner, "update_symbol", netuid=1, symbol="γ".encode())
    assert ctx.get(storage.TokenSymbol, 1) == "γ".encode()
