"""Text that a peer may send, and what becomes of it."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import ProtocolError
from btsdk.rpc.messages import ErrorObject, Response, SubscriptionMessage, dumps, parse, request


def test_a_request_is_compact_json_rpc() -> None:
    text = dumps(request(7, "chain_getBlockHash", (0,)))
    assert text == '{"jsonrpc":"2.0","id":7,"method":"chain_getBlockHash","params":[0]}'


def test_a_result_an_error_and_a_notification() -> None:
    assert parse('{"jsonrpc":"2.0","id":1,"result":null}') == [Response(1, None)]
    assert parse('{"id":2,"error":{"code":1010,"message":"Invalid","data":"why"}}') == [
        Response(2, error=ErrorObject(1010, "Invalid", "why"))
    ]
    text = '{"method":"chain_newHead","params":{"subscription":12,"result":{"number":"0x1"}}}'
    assert parse(text) == [SubscriptionMessage("12", {"number": "0x1"})]


def test_a_batch_keeps_the_peers_order() -> None:
    assert parse('[{"id":2,"result":1},{"id":1,"result":2}]') == [Response(2, 1), Response(1, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "7",
        "null",
        '"x"',
        "{}",
        '{"id":1}',
        '{"id":"1","result":0}',
        '{"method":"x"}',
        '{"id":true,"result":0}',
        "[[]]",
        "[" * 100000,
    ],
)
def test_nonsense_is_a_protocol_error(text: str) -> None:
    with pytest.raises(ProtocolError):
        parse(text)


_KEYS = st.sampled_from(["id", "result", "error", "method", "params", "subscription", "code"])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=8,
)


@given(_JSON)
def test_any_json_is_a_message_or_a_protocol_error(value: object) -> None:
    with contextlib.suppress(ProtocolError):
        parse(json.dumps(value))


def test_parameters_that_json_cannot_hold_are_refused() -> None:
    with pytest.raises(ProtocolError):
        dumps(request(1, "x", (b"bytes",)))
