"""Submissions whose connection does not last, against the real chain in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from btsdk import Client, Keypair, Tao, Transfer
from btsdk.drivers.transport import Transport
from btsdk.errors import ConnectionLost, TransactionDropped, UsageError
from btsdk.tx import follow
from local_node.embedded import connect

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
OPERATION = Transfer(BOB.ss58_address, Tao.parse("1"))


class Unreliable:
    """A connection that breaks at the first submission, before or after it arrives."""

    def __init__(self, inner: Transport, *, arrives: bool) -> None:
        self.inner = inner
        self.arrives = arrives
        self.broken = False
        self.submissions = 0

    @property
    def endpoint(self) -> str:
        return self.inner.endpoint

    def send(self, text: str) -> None:
        if "author_submit" in text:
            self.submissions += 1
            self.broken = True
            if self.arrives:
                self.inner.send(text)
            raise ConnectionLost(self.endpoint, "cut")
        self.inner.send(text)

    def receive(self, timeout: float | None) -> str:
        if self.broken:
            raise ConnectionLost(self.endpoint, "cut")
        return self.inner.receive(timeout)

    def close(self) -> None:
        self.inner.close()


class Lines:
    """The first connection is unreliable, the later ones are not."""

    def __init__(self, chain_file: Path, *, arrives: bool) -> None:
        self.chain_file = chain_file
        self.arrives = arrives
        self.first: Unreliable | None = None

    def __call__(self) -> Transport:
        transport = connect(self.chain_file)
        if self.first is not None:
            return transport
        self.first = Unreliable(transport, arrives=self.arrives)
        return self.first


@pytest.fixture
def chain_file(tmp_path: Path) -> Iterator[Path]:
    """A chain that outlives the clients of the test."""
    path = tmp_path / "chain.db"
    keeper = connect(path)
    yield path
    keeper.close()


def test_a_submission_that_arrived_is_found_by_its_hash(chain_file: Path) -> None:
    lines = Lines(chain_file, arrives=True)
    with Client(transport=lines, cache=False) as client:
        before = client.head().balance(BOB.ss58_address).free
        steps: list[str] = []
        receipt = client.execute(OPERATION, ALICE, on_progress=lambda p: steps.append(p.status))
        assert steps == ["searching", "done"]
        assert receipt.error is None
        assert client.head().balance(BOB.ss58_address).free == before + Tao.parse("1")
        assert lines.first is not None
        assert lines.first.submissions == 1


def test_a_submission_that_did_not_arrive_is_not_repeated(
    chain_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "SEARCH_FOR", 0.2)
    monkeypatch.setattr(follow, "SEARCH_EVERY", 0.05)
    with Client(transport=Lines(chain_file, arrives=False), cache=False) as client:
        before = client.head().balance(BOB.ss58_address).free
        with pytest.raises(TransactionDropped, match="lost with the connection"):
            client.execute(OPERATION, ALICE)
        assert client.head().balance(BOB.ss58_address).free == before


def test_a_signature_for_another_runtime_is_not_sent(chain_file: Path) -> None:
    from dataclasses import replace

    with Client(chain_file=chain_file, cache=False) as client:
        signed = client.prepare(OPERATION, ALICE).sign()
        signing = replace(signed.unsigned.signing, spec_version=1)
        old = replace(signed, unsigned=replace(signed.unsigned, signing=signing))
        with pytest.raises(UsageError, match="signed for runtime version 1"):
            client.submit(old)
