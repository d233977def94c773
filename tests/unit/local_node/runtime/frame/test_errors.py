"""Failures of calls: what they are called, and what becomes of a block that panics."""

from __future__ import annotations

import pytest

from chain_spec.pallets import balances, proxy
from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.frame.errors import (
    OVERFLOW,
    BadInput,
    DispatchFailure,
    Panic,
    ensure,
    fail,
    panic,
    token,
)
from tests.unit.local_node.runtime.support import Node, fresh_context


def test_a_failure_is_called_by_its_full_name() -> None:
    assert str(fail(proxy.errors.NotProxy)) == "Proxy.NotProxy"
    assert str(fail("BadOrigin")) == "BadOrigin"
    assert "FundsUnavailable" in str(fail(token("FundsUnavailable")))
    assert fail(proxy.errors.NotProxy).post is None


def test_ensure_takes_anything_that_is_true() -> None:
    ensure([0], "BadOrigin")
    for nothing in (0, None, [], b""):
        with pytest.raises(DispatchFailure, match="BadOrigin"):
            ensure(nothing, "BadOrigin")


def test_each_kind_has_its_bytes() -> None:
    """As `DispatchError` is encoded: Module 3, Token 7, Arithmetic 8."""
    ctx = fresh_context()
    codec = ctx.schema.interface.codec(
        ctx.schema.interface.pallets["Sudo"].events["Sudid"].fields[0].type
    )
    for error, expected in (
        (balances.errors.DeltaZero, b"\x01\x03\x05\x0b\0\0\0"),
        (token("BelowMinimum"), b"\x01\x07\x02"),
        (OVERFLOW, b"\x01\x08\x01"),
        ("BadOrigin", b"\x01\x02"),
    ):
        assert codec.encode(("Err", ctx.schema.error_value(error))) == expected


def test_a_panic_is_no_failure_of_a_call() -> None:
    with pytest.raises(Panic, match="a rule is broken"):
        panic("a rule is broken")
    assert issubclass(BadInput, Panic)
    assert not issubclass(Panic, DispatchFailure)
    node = Node()
    with pytest.raises(RuntimePanic, match="no keystore") as caught:
        node.call("SessionKeys_generate_session_keys", None)
    assert caught.value.entry == "SessionKeys_generate_session_keys"
