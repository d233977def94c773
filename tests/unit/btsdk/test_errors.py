"""Errors: their message, what they keep, and what they are."""

from __future__ import annotations

import inspect

import pytest

from btsdk import errors

TREE = [
    one
    for _, one in inspect.getmembers(errors, inspect.isclass)
    if issubclass(one, errors.BtError) and one.__module__ == errors.__name__
]


def test_every_error_is_in_the_picture_of_the_tree() -> None:
    picture = (errors.__doc__ or "").split("The local node")[0]
    assert errors.__doc__ is not None
    drawn = {word for line in picture.splitlines() for word in line.split() if word.isidentifier()}
    assert {one.__name__ for one in TREE} <= drawn


def test_what_may_be_tried_again() -> None:
    names = {one.__name__ for one in TREE if one.retryable}
    assert {"ConnectError", "ConnectionLost", "DeadlineExceeded"} <= names
    assert {"TransactionExpired", "ShieldKeyMissing"} <= names
    assert not {"UsageError", "DispatchError", "TransactionRefused", "WrongPassword"} & names


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (errors.UsageError, ValueError),
        (errors.UnitMismatch, TypeError),
        (errors.ScaleError, ValueError),
        (errors.EncodeError, errors.UsageError),
        (errors.TransportError, ConnectionError),
        (errors.RpcError, errors.ProtocolError),
    ],
)
def test_callers_may_catch_what_they_know(kind: type, builtin: type) -> None:
    assert issubclass(kind, builtin)


def test_the_place_is_in_the_message() -> None:
    assert str(errors.DecodeError("it ends", offset=7)) == "it ends (at byte 7)"
    assert str(errors.EncodeError("5 is no str", path="a[1]")) == "a[1]: 5 is no str"
    spec = errors.ChainSpecError("dev.json", "it is no list", place="genesis.accounts")
    assert str(spec) == "dev.json, genesis.accounts: it is no list"


def test_an_rpc_error_says_its_data_once() -> None:
    assert str(errors.RpcError("m", -1, "bad", "more")) == "m failed with -1: bad: more"
    for data in ("bad", "", None, {"a": 1}):
        assert str(errors.RpcError("m", -1, "bad", data)) == "m failed with -1: bad"


@pytest.mark.parametrize(
    ("reason", "meaning", "message"),
    [
        ("Payment", None, "the node refused the transaction: Payment (code 1010)"),
        ("Custom(7)", "no stake", "the node refused the transaction: Custom(7): no stake"),
        ("Custom(7) Low", None, "the node refused the transaction: Low (code 1010, Custom(7))"),
    ],
)
def test_a_refusal_names_the_code_of_the_chain(
    reason: str, meaning: str | None, message: str
) -> None:
    error = errors.TransactionRefused(1010, reason, meaning)
    assert str(error).startswith(message)
    assert (error.code, error.reason, error.meaning) == (1010, reason, meaning)


def test_a_dispatch_error_gives_advice_once() -> None:
    docs = "Too little; add more"
    plain = errors.DispatchError("Balances", "Low", docs)
    assert (plain.code, str(plain)) == ("Balances.Low", f"the chain answered Balances.Low: {docs}")
    hinted = errors.DispatchError("Balances", "Low", docs, hint="Add TAO.")
    assert str(hinted) == "the chain answered Balances.Low: Too little."
    assert errors.DispatchError("", "BadOrigin").code == "BadOrigin"


def test_a_proxy_is_named_by_its_variable_alone() -> None:
    error = errors.NetworkProxyError("HTTPS_PROXY", "is not a URL", install="python-socks")
    assert str(error) == "HTTPS_PROXY is not a URL"
    assert str(error.hint).startswith("Install python-socks, or set it to a URL")
