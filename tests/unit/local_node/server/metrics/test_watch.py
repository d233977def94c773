"""The two pages of a served chain: `/metrics` and `/health`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families as parse

from btsdk.errors import ChainFileError
from chain_spec.pallets import aura
from local_node.chain.authoring import AuthoringError
from local_node.chain.modes import Batch, Instant, Interval, Manual
from local_node.embedded.chain_file import lock_chain_file
from local_node.embedded.open_chain import OpenChain
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.server.metrics import health
from local_node.server.metrics.watch import Watch


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[OpenChain]:
    opened = OpenChain(lock_chain_file(tmp_path / "dev.chain"))
    opened.chain.mode = Manual()
    yield opened
    opened.close()


@pytest.fixture
def watch(hosted: OpenChain) -> Iterator[Watch]:
    made = Watch(hosted.dispatcher)
    yield made
    made.stop()


def metrics(watch: Watch) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    """As Prometheus' parser has them: it calls every counter `…_total`."""
    page = watch.page("/metrics")
    assert page.status == 200
    assert page.content_type.startswith("text/plain; version=0.0.4")
    return {
        (sample.name, frozenset(item for item in sample.labels.items() if item[0] != "chain")): (
            sample.value
        )
        for family in parse(page.body.decode())
        for sample in family.samples
        if sample.labels["chain"] == "bittensor_dev"
    }


def one(watch: Watch, name: str, **labels: str) -> float:
    return metrics(watch)[name, frozenset(labels.items())]


def healthy(watch: Watch) -> tuple[int, dict[str, Any]]:
    page = watch.page("/health")
    found: dict[str, Any] = json.loads(page.body)
    return page.status, found


def ask(hosted: OpenChain, peer: Peer, method: Any, *params: Any) -> None:
    request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    hosted.dispatcher.handle(Request(json.dumps(request)), peer)


def test_what_the_chain_is_like(hosted: OpenChain, watch: Watch) -> None:
    for _ in range(3):
        hosted.chain.author_block()
    assert one(watch, "substrate_block_height", status="best") == 3
    assert one(watch, "substrate_block_height", status="finalized") == 3
    assert one(watch, "substrate_ready_transactions_number") == 0
    assert one(watch, "btsdk_future_transactions") == 0
    assert one(watch, "btsdk_blocks_total") == 3
    assert one(watch, "btsdk_store_bytes") > 100_000
    assert one(watch, "btsdk_last_block_age_seconds") >= 0
    assert one(watch, "process_resident_memory_bytes") > 1 << 20
    assert one(watch, "process_open_fds") > 3
    assert one(watch, "process_cpu_seconds_total") > 0


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


def test_a_healthy_node(hosted: OpenChain, watch: Watch) -> None:
    hosted.chain.author_block()
    status, found = healthy(watch)
    assert status == 200
    assert (found["status"], found["problems"]) == ("ok", [])
    assert (found["chain"], found["height"], found["finalized"]) == ("bittensor_dev", 1, 1)
    assert found["pool"] == {"ready": 0, "future": 0}
    assert found["writable"] is True
    assert 0 <= found["lastBlockAgeS"] < 600
    assert (found["peers"], found["isSyncing"], found["shouldHavePeers"]) == (0, False, False)


def test_an_author_that_fails(hosted: OpenChain, watch: Watch) -> None:
    last = aura.storage.CurrentSlot.prefix
    hosted.chain.author_block(only=True, patch={last: b"\xff" * 8})
    for _ in range(3):
        with pytest.raises(AuthoringError):
            hosted.chain.author_block()
    status, found = healthy(watch)
    assert (status, found["status"], found["blocksFailed"]) == (503, "failing", 3)
    assert "block 2 cannot be made" in found["problems"][0]
    assert one(watch, "btsdk_blocks_failed_total") == 3
    assert one(watch, "btsdk_author_failing") == 1
    hosted.chain.revert_to(hosted.chain.genesis_hash)
    hosted.chain.author_block()
    status, found = healthy(watch)
    assert (status, found["problems"], found["blocksFailed"]) == (200, [], 3)
    assert one(watch, "btsdk_author_failing") == 0


def test_a_file_that_cannot_be_written(
    hosted: OpenChain, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk cannot be had in a test; what SQLite says of one can."""
    hosted.chain.author_block()

    def full() -> None:
        raise ChainFileError("dev.chain", "the disk is full")

    monkeypatch.setattr(hosted.chain.store, "probe", full)
    status, found = healthy(watch)
    assert (status, found["status"], found["writable"]) == (503, "failing", False)
    assert "the disk is full" in found["problems"][0]
    assert found["height"] == 1


@pytest.mark.parametrize(
    ("mode", "alarmed"),
    [(Interval(0.25), True), (Instant(1.0), True), (Instant(), False), (Batch(), False)],
)
def test_a_block_that_is_overdue(
    hosted: OpenChain,
    watch: Watch,
    monkeypatch: pytest.MonkeyPatch,
    mode: Instant | Interval | Batch,
    alarmed: bool,
) -> None:
    monkeypatch.setattr(health, "LATE_S", -1.0)  # a minute is long in a test
    monkeypatch.setattr(health, "_LATE_TIMES", -1.0)
    monkeypatch.setattr(type(hosted.chain), "mode", mode)
    status, found = healthy(watch)
    assert status == (503 if alarmed else 200)
    assert ("no block was made" in " ".join(found["problems"])) is alarmed
