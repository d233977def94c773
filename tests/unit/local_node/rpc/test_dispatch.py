"""JSON-RPC 2.0 by the letter: every text gets the answer that the specification gives it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.local_node.rpc.desk import Desk

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@pytest.mark.parametrize(
    "text",
    ["", "{", "nonsense", '{"jsonrpc": "2.0", "method": ', "[" * 100_000, b"\xff\xfe\x00", "\x00"],
    ids=["empty", "brace", "word", "cut", "deep", "not text", "nul"],
)
def test_what_is_no_json(desk: Desk, text: str | bytes) -> None:
    error = {"code": -32700, "message": "Parse error"}
    assert desk.post(text) == {"jsonrpc": "2.0", "error": error, "id": None}


@pytest.mark.parametrize(
    "text", ["1", '"text"', "null", "{}", '{"id": 7}', '{"method": 1, "id": 7}', "[]", "true"]
)
def test_what_is_no_request(desk: Desk, text: str) -> None:
    answer = desk.post(text)
    assert answer["error"]["code"] == -32600
    assert answer["id"] == (7 if "7" in text else None)


@pytest.mark.parametrize("identifier", [0, 1, -5, "a", "", "τ", 1.5, None, 2**70])
def test_an_id_comes_back_as_it_was(desk: Desk, identifier: Any) -> None:
    text = json.dumps({"jsonrpc": "2.0", "id": identifier, "method": "system_chain"})
    assert desk.post(text) == {"jsonrpc": "2.0", "result": "Bittensor dev", "id": identifier}


@pytest.mark.parametrize("identifier", [[], {}, [1], {"a": 1}, True])
def test_an_id_that_is_none(desk: Desk, identifier: Any) -> None:
    answer = desk.post(json.dumps({"jsonrpc": "2.0", "id": identifier, "method": "system_chain"}))
    assert (answer["error"]["code"], answer["id"]) == (-32600, None)


def test_a_method_that_there_is_not(desk: Desk) -> None:
    assert desk.error("system_nonsense") == (-32601, "Method not found", None)


def test_a_notification_gets_no_answer(desk: Desk) -> None:
    assert desk.post('{"jsonrpc": "2.0", "method": "system_chain"}') is None
    assert desk.post('{"jsonrpc": "2.0", "method": "no_such_thing"}') is None
    assert desk.post('{"jsonrpc": "2.0", "method": "chain_getHeader", "params": [1,2,3]}') is None


def test_a_batch_is_answered_in_its_order(desk: Desk) -> None:
    batch = [
        {"jsonrpc": "2.0", "id": 1, "method": "system_chain"},
        {"jsonrpc": "2.0", "method": "system_name"},
        17,
        {"jsonrpc": "2.0", "id": "two", "method": "no_such_thing"},
        {"jsonrpc": "2.0", "id": 3, "method": "chain_getBlockHash", "params": [10**9]},
    ]
    answers = desk.post(json.dumps(batch))
    assert [answer["id"] for answer in answers] == [1, None, "two", 3]
    assert answers[0]["result"] == "Bittensor dev"
    assert answers[1]["error"]["code"] == -32600
    assert answers[2]["error"]["code"] == -32601
    assert answers[3]["result"] is None
    assert desk.post('[{"jsonrpc": "2.0", "method": "system_chain"}]') is None


def test_parameters_by_name(desk: Desk) -> None:
    genesis = "0x" + desk.chain.genesis_hash.hex()
    assert desk.request("chain_getBlockHash", {"hash": 0})["result"] == genesis
    assert desk.request("state_getStorage", {"key": "0x00", "hash": genesis})["result"] is None
    paged = {"prefix": "0x", "count": 1, "startKey": "0x3a636f64", "nonsense": 1}
    assert desk.request("state_getKeysPaged", paged)["result"] == ["0x3a636f6465"]
    for params in ({}, {"hash": genesis}):
        error = desk.request("state_getStorage", params)["error"]
        assert (error["code"], error["message"]) == (-32602, "Invalid params")


def test_what_is_too_much_is_ignored(desk: Desk) -> None:
    assert desk.ask("chain_getBlockHash", 0, "more", {}) == desk.ask("chain_getBlockHash", 0)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("chain_getHeader", ["0x00"]),
        ("chain_getHeader", ["nonsense"]),
        ("chain_getHeader", [7]),
        ("chain_getBlockHash", [-1]),
        ("chain_getBlockHash", [True]),
        ("chain_getBlockHash", ["x"]),
        ("chain_getBlockHash", [{}]),
        ("chain_getBlockHash", ["-5"]),
        ("state_getStorage", []),
        ("state_getStorage", [5]),
        ("state_getStorage", ["0x1"]),
        ("state_getStorage", ["0x zz"]),
        ("state_getKeysPaged", ["0x", "ten"]),
        ("state_getKeysPaged", ["0x", -1]),
        ("state_queryStorageAt", ["0x00"]),
        ("state_queryStorageAt", [[5]]),
        ("state_call", ["Core_version", 5]),
        ("state_call", [5, "0x"]),
        ("system_accountNextIndex", ["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ"]),
        ("system_accountNextIndex", [5]),
        ("author_submitExtrinsic", [5]),
        ("author_submitExtrinsic", ["0x0g"]),
        ("author_removeExtrinsic", [[5]]),
        ("payment_queryInfo", [5]),
        ("system_dryRun", ["0x0"]),
        ("chain_getHeader", 5),
        ("chain_getHeader", "text"),
    ],
)
def test_parameters_that_are_wrong(desk: Desk, method: str, params: Any) -> None:
    error = desk.request(method, params)["error"]
    assert (error["code"], error["message"]) == (-32602, "Invalid params")
    assert error["data"]


def test_subscriptions_need_a_connection(desk: Desk) -> None:
    code, message, data = desk.error("chain_subscribeNewHeads")
    assert (code, message) == (-32601, "Method not found")
    assert "WebSocket" in data


def test_the_methods_are_listed_and_answer(desk: Desk) -> None:
    methods = desk.ask("rpc_methods")["methods"]
    assert methods == sorted(set(methods))
    for method in methods:
        answer = desk.request(method, [])
        assert answer.get("error", {}).get("code") != -32603, method
    families = {name.split("_")[0] for name in methods}
    assert families >= {"author", "chain", "state", "system", "payment", "account"}


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_no_parameters_whatever_are_an_internal_error(desk: Desk, data: st.DataObject) -> None:
    """Whatever a client sends, it is told what was wrong; and the chain is where it was."""
    head = desk.chain.best
    names = desk.ask("rpc_methods")["methods"]
    changing = ("dev_", "author_")  # what these do on purpose is another test's
    method = data.draw(st.sampled_from([n for n in names if not n.startswith(changing)]))
    hexes = st.binary(max_size=40).map(lambda raw: "0x" + raw.hex())
    block = st.just("0x" + head.hash.hex())
    params = data.draw(st.lists(JSON | hexes | block | st.lists(hexes), max_size=4) | JSON)
    answer = desk.request(method, params)
    assert answer.get("error", {}).get("code") != -32603, answer
    assert desk.chain.best == head
