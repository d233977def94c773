"""Who is connected, and what is asked."""

from __future__ import annotations

import json
from typing import Any

from local_node.embedded.open_chain import OpenChain
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.server.metrics.watch import Watch
from tests.unit.local_node.server.metrics.watched import metrics, one


def ask(hosted: OpenChain, peer: Peer, method: Any, *params: Any) -> None:
    request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    hosted.dispatcher.handle(Request(json.dumps(request)), peer)


def test_requests_are_counted_under_names_that_clients_cannot_invent(
    hosted: OpenChain, watch: Watch
) -> None:
    by_http, by_socket = Peer(None), Peer(lambda _: None)
    for number in range(20):
        ask(hosted, by_http, f"invented_{number}")
    ask(hosted, by_http, {"not": "a name"})
    hosted.dispatcher.handle(Request("[1, 2]"), by_http)
    hosted.dispatcher.handle(Request("{nonsense"), by_http)
    ask(hosted, by_http, "rpc_methods")
    ask(hosted, by_socket, "chain_getBlockHash", "what?")
    ask(hosted, by_socket, "chain_getBlockHash", 0)

    def asked(protocol: str, method: str, is_error: str) -> float:
        name = "substrate_rpc_calls_finished_total"
        return one(watch, name, protocol=protocol, method=method, is_error=is_error)

    assert asked("http", "unknown", "true") == 23
    assert asked("http", "rpc_methods", "false") == 1
    assert asked("ws", "chain_getBlockHash", "true") == 1
    assert asked("ws", "chain_getBlockHash", "false") == 1
    assert one(watch, "btsdk_rpc_calls_seconds_total", method="chain_getBlockHash") > 0
    names = {dict(labels).get("method") for _, labels in metrics(watch)}
    assert names == {None, "unknown", "rpc_methods", "chain_getBlockHash"}


def test_clients_come_and_go(hosted: OpenChain, watch: Watch) -> None:
    peers = [Peer(lambda _: None) for _ in range(3)]
    for peer in peers:
        watch.traffic.opened(peer)
    for method in ("chain_subscribeNewHeads", "state_subscribeRuntimeVersion"):
        ask(hosted, peers[0], method)
    watch.traffic.closed(peers[2])
    assert (watch.traffic.connections, watch.traffic.subscriptions) == (2, 2)
    assert one(watch, "btsdk_rpc_connections") == 2
    assert one(watch, "btsdk_rpc_subscriptions") == 2
    assert one(watch, "substrate_rpc_sessions_opened_total") == 3
    assert one(watch, "substrate_rpc_sessions_closed_total") == 1
    for peer in peers:
        peer.close()
    assert watch.traffic.subscriptions == 0
