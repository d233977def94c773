"""Whether a node is healthy."""

from __future__ import annotations

import json
from typing import Any

import pytest

from btsdk.errors import ChainFileError
from chain_spec.pallets import aura
from local_node.chain.authoring import AuthoringError
from local_node.chain.modes import Batch, Instant, Interval
from local_node.embedded.open_chain import OpenChain
from local_node.server.metrics import health
from local_node.server.metrics.watch import Watch
from tests.unit.local_node.server.metrics.watched import one


def healthy(watch: Watch) -> tuple[int, dict[str, Any]]:
    page = watch.page("/health")
    found: dict[str, Any] = json.loads(page.body)
    return page.status, found


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
