"""Parameters as methods declare them."""

from __future__ import annotations

from typing import Any

import pytest

from local_node.rpc.errors import RpcFailure
from local_node.rpc.methods import Namespace

METHODS = Namespace()


@METHODS.method("a_read", "a_readOld")
def read(rpc: Any, start_key: Any, count: Any = None) -> None:
    """Of one parameter, and one that may be left out."""


@METHODS.subscription("a_follow", "a_followed", ("a_unfollow", "a_leave"))
def follow(rpc: Any, subscription: Any, what: Any) -> None:
    """With one parameter."""


@METHODS.method("a_write", unsafe=True)
def write(rpc: Any) -> None:
    """Not for strangers."""


def test_what_a_function_takes_is_what_is_on_the_wire() -> None:
    assert METHODS.methods["a_read"].parameters == ("start_key", "count")
    assert METHODS.methods["a_readOld"] is METHODS.methods["a_read"]
    assert METHODS.methods["a_follow"].parameters == ("what",)
    assert METHODS.methods["a_follow"].notification == "a_followed"
    assert METHODS.unsubscribe == {"a_unfollow", "a_leave"}
    assert {name for name, method in METHODS.methods.items() if method.is_unsafe} == {"a_write"}


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        (["k"], ["k"]),
        (["k", 3, "more"], ["k", 3]),
        ({"startKey": "k"}, ["k", None]),
        ({"start_key": "k", "count": 3, "other": 1}, ["k", 3]),
    ],
)
def test_parameters_in_their_order_or_by_name(params: Any, expected: list[Any]) -> None:
    assert METHODS.methods["a_read"].arguments(params) == expected


@pytest.mark.parametrize("params", [None, [], {}, {"count": 3}])
def test_what_is_missing_is_named(params: Any) -> None:
    with pytest.raises(RpcFailure) as caught:
        METHODS.methods["a_read"].arguments(params)
    assert (caught.value.code, caught.value.data) == (-32602, "missing parameter `start_key`")
