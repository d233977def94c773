"""Short ways to dispatch calls in the tests of pallets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from local_node.runtime.frame import Context, DispatchFailure, Origin, PostDispatch
from local_node.runtime.frame.origin import signed
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.support import TAO, MemoryExternalities, decoded_events


def dispatch(
    ctx: Context, origin: bytes | Origin, pallet: str, name: str, /, **args: Any
) -> PostDispatch:
    """Carry out a call; an account stands for its signature."""
    sender = signed(origin) if isinstance(origin, bytes) else origin
    return ctx.dispatch((pallet, (name, args) if args else name), sender)


@contextmanager
def refused(ctx: Context, error: object) -> Iterator[None]:
    """The call inside fails with this error, and changes nothing."""
    before, events = state(ctx), len(decoded_events(ctx))
    with pytest.raises(DispatchFailure) as raised:
        yield
    assert raised.value.error is error or raised.value.error == error
    assert state(ctx) == before
    assert len(decoded_events(ctx)) == events


def state(ctx: Context) -> dict[bytes, bytes]:
    ctx.flush()
    assert isinstance(ctx.ext, MemoryExternalities)
    return ctx.ext.state()


def events_of(ctx: Context, pallet: str) -> list[tuple[str, Any]]:
    return [(name, fields) for source, name, fields in decoded_events(ctx) if source == pallet]


def key(number: int) -> bytes:
    """A key that is nobody's; the number shows in a failing assertion."""
    return number.to_bytes(2, "big") * 16


def rich(ctx: Context, account: bytes, tao: int = 10_000) -> bytes:
    currency.mint(ctx, account, tao * TAO)
    return account
