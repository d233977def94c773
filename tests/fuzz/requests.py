"""Fuzzes the RPC's entry: whatever text comes, what goes back is JSON-RPC, without a traceback,
and never an internal error."""

from __future__ import annotations

import json
import sys
from typing import Any

import atheris

from local_node.rpc.request import Request

with atheris.instrument_imports(include=["local_node.rpc", "btsdk.scale", "btsdk.keys.ss58"]):
    from chain_spec import chains
    from local_node.chain.chain import Chain
    from local_node.chain.modes import Manual
    from local_node.rpc.context import NodeIdentity
    from local_node.rpc.dispatch import Dispatcher
    from local_node.rpc.errors import INTERNAL_ERROR
    from local_node.rpc.peer import Peer
    from local_node.rpc.table import Table
    from local_node.state.store import Store

    Table().names()  # a namespace is loaded when it is asked for: here, to be instrumented

CHAIN = Chain.open(chains.load("dev"), Store(), mode=Manual())
DISPATCHER = Dispatcher(CHAIN, NodeIdentity())
GENESIS = CHAIN.snapshot()
MOST_BLOCKS = 8
"""Requests may make blocks; after so many the chain begins anew."""


def one_input(data: bytes) -> None:
    """What libFuzzer calls; the first byte says whether the client can hear notifications."""
    if not data:
        return
    pushed: list[str] = []
    peer = Peer(pushed.append if data[0] % 2 else None)
    try:
        answer = DISPATCHER.handle(Request(data[1:]), peer)
    finally:
        peer.close()
    for text in ([] if answer is None else [answer]) + pushed:
        _judge(json.loads(text))
    if CHAIN.best.number > MOST_BLOCKS:
        CHAIN.revert(GENESIS)


def _judge(message: Any) -> None:
    for each in message if isinstance(message, list) else [message]:
        assert each["jsonrpc"] == "2.0"
        if "method" in each:
            continue
        error = each.get("error")
        assert error is None or error["code"] != INTERNAL_ERROR, error
        assert "Traceback" not in json.dumps(error)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
