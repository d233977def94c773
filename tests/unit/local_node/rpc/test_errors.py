"""Failures as JSON-RPC carries them."""

from __future__ import annotations

from local_node.rpc.errors import RpcFailure, invalid_params, needs_websocket
from tests.unit.local_node.rpc.desk import Desk


def test_data_is_left_out_where_there_is_none() -> None:
    assert RpcFailure(5, "words").to_json() == {"code": 5, "message": "words"}
    assert RpcFailure(5, "words", 0).to_json() == {"code": 5, "message": "words", "data": 0}


def test_their_codes_reach_the_client(desk: Desk) -> None:
    code, message, data = desk.error("chain_getBlockHash", "words")
    wrong = invalid_params("")
    assert (code, message) == (wrong.code, wrong.message)
    assert "words" in str(data)
    missing = needs_websocket()
    found = desk.error("chain_subscribeNewHeads")
    assert found == (missing.code, missing.message, missing.data)
