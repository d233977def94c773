"""Short ways to call SubtensorModule and AdminUtils in the tests of these folders."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from chain_spec.chains import load
from chain_spec.pallets import system
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context, DispatchFailure, Origin
from local_node.runtime.frame.origin import root, signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from tests.unit.local_node.runtime.support import default_genesis, fresh_context

TAO = 1_000_000_000


def dev_context() -> Context:
    """A context at block 1 of a chain with the features of `dev` and Alice's subnet 1.

    Its numbers are the pallet's own and small, so that rules and rounding show: the localnet's pool
    of 10 TAO, the pallet's windows and rate limits, a lock of 100 TAO, nobody on root.
    """
    first = load("dev").genesis["subtensorModule"]["subnets"]["1"]
    subtensor = {
        "storage": {"NetworkMinLockCost": 100 * TAO, "NetworkLastLockCost": 100 * TAO},
        "subnets": {
            "1": {
                "owner": first["owner"],
                "ownerHotkey": first["ownerHotkey"],
                "started": True,
                "storage": {"Tempo": 10},
            }
        },
    }
    return fresh_context("dev", {**default_genesis(), "subtensorModule": subtensor})


def dev_genesis_context() -> Context:
    """A context at block 1 of `dev` itself."""
    return fresh_context("dev", load("dev").genesis)


def key(number: int) -> bytes:
    """A key that is nobody's; the number shows in a failing assertion."""
    return number.to_bytes(2, "big") * 16


def rich(ctx: Context, account: bytes, tao: int = 10_000) -> bytes:
    currency.mint(ctx, account, tao * TAO)
    return account


def call(ctx: Context, origin: bytes | Origin, name: str, /, **args: Any) -> None:
    """Dispatch a call of SubtensorModule; an account stands for its signature."""
    _dispatch(ctx, origin, "SubtensorModule", name, args)


def admin(ctx: Context, origin: bytes | Origin, name: str, /, **args: Any) -> None:
    _dispatch(ctx, origin, "AdminUtils", name, args)


def _dispatch(
    ctx: Context, origin: bytes | Origin, pallet: str, name: str, args: dict[str, Any]
) -> None:
    sender = signed(origin) if isinstance(origin, bytes) else origin
    ctx.dispatch((pallet, (name, args)), sender)


@contextmanager
def refused(error: object) -> Iterator[None]:
    """The call inside fails with this error."""
    with pytest.raises(DispatchFailure) as raised:
        yield
    assert raised.value.error is error or raised.value.error == error


def go_to(ctx: Context, block: int) -> None:
    """Let it be another block; nothing that blocks bring happens."""
    ctx.set(system.storage.Number, block)


def subnet(ctx: Context, netuid: int = 1, neurons: int = 0) -> list[bytes]:
    """Fill a subnet of the genesis up to so many neurons; their hotkeys by uid."""
    for uid in range(ctx.get(storage.SubnetworkN, netuid), neurons):
        append_neuron(ctx, netuid, key(1_000 + uid), ctx.block_number)
    return [
        ctx.get(storage.Keys, (netuid, uid)) for uid in range(ctx.get(storage.SubnetworkN, netuid))
    ]


__all__ = [
    "TAO",
    "admin",
    "call",
    "dev_context",
    "dev_genesis_context",
    "go_to",
    "key",
    "refused",
    "rich",
    "root",
    "subnet",
]
