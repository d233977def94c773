"""Submissions whose connection does not last, against the real chain in this process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from btsdk import Client, Keypair, Tao, Transfer
from btsdk.drivers.transport import Transport
from btsdk.errors import ConnectionLost, TransactionDropped, UsageError
from btsdk.tx import follow
from local_node.chain.modes import Manual
from local_node.embedded.local_chain import LocalChain
from local_node.embedded.transport import connect

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

    def __init__(self, to: Path | LocalChain, *, arrives: bool) -> None:
        self.to = to
        self.arrives = arrives
        self.first: Unreliable | None = None

    def __call__(self) -> Transport:
        transport = connect(self.to) if isinstance(self.to, Path) else self.to.connect()
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


def test_a_lost_submission_is_done_for_once_its_nonce_is_taken(
    chain_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "SEARCH_EVERY", 0.05)
    with Client(transport=Lines(chain_file, arrives=False), cache=False) as client:

        def overtake(step: object) -> None:
            assert isinstance(step, follow.Progress)
            if step.status == "searching":
                with Client(chain_file=chain_file, cache=False) as other:
                    other.execute(OPERATION, ALICE)

        with pytest.raises(TransactionDropped, match="usurped"):
            client.execute(OPERATION, ALICE, on_progress=overtake)


class Lagging:
    """A chain three blocks of which are not final, and what one hears of a submission there."""

    def __init__(self, chain: LocalChain) -> None:
        self.chain = chain
        self.steps: list[tuple[str, str | None]] = []
        self.deeds: dict[str, Callable[[], object]] = {}

    def hear(self, step: object) -> None:
        """At the first status of a kind, do what is to be done then."""
        assert isinstance(step, follow.Progress)
        self.steps.append((step.status, step.block_hash))
        self.deeds.pop(step.status, lambda: None)()

    def reorganise(self) -> None:
        self.chain.control.set_head(-1)
        self.chain.advance()


@pytest.fixture
def lagging() -> Iterator[Lagging]:
    with LocalChain(mode=Manual(), finality_lag=3) as chain:
        chain.advance(4)
        yield Lagging(chain)


def test_a_receipt_is_of_the_block_that_stayed(lagging: Lagging) -> None:
    """It was in another one before."""
    chain = lagging.chain
    lagging.deeds = {
        "submitted": chain.advance,
        "inBlock": lagging.reorganise,
        "retracted": lambda: chain.advance(3),
    }
    receipt = chain.client.execute(OPERATION, ALICE, wait="finalized", on_progress=lagging.hear)
    names = ["submitted", "ready", "inBlock", "retracted", "ready", "inBlock", "finalized", "done"]
    assert [status for status, _ in lagging.steps] == names
    first, lost, again, final = (block for _, block in lagging.steps[:-1] if block)
    assert first == lost != again == final
    assert (receipt.block_hash, receipt.finalized) == (final, True)
    assert chain.chain.hash_at(receipt.block_number) == bytes.fromhex(final[2:])


def test_what_is_in_a_block_has_no_era_to_miss(
    lagging: Lagging, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Finality comes later than the era ends, and the node is silent for a while."""
    monkeypatch.setattr(follow, "LOOK_EVERY", 0.01)
    chain = lagging.chain
    chain.chain.set_finality_lag(100)
    timer = threading.Timer(0.3, chain.control.finalize)

    def go_on() -> None:
        chain.advance(20)
        timer.start()

    lagging.deeds = {"submitted": chain.advance, "inBlock": go_on}
    plan = chain.client.prepare(OPERATION, ALICE, period=8)
    receipt = chain.client.submit(plan, wait="finalized", on_progress=lagging.hear)
    timer.join()
    assert receipt.finalized


def test_a_block_that_took_anothers_place_is_looked_into(
    lagging: Lagging, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search has seen that height already, and nothing there."""
    monkeypatch.setattr(follow, "SEARCH_EVERY", 0.05)
    chain = lagging.chain
    timer = threading.Timer(0.5, lagging.reorganise)

    def lose() -> None:
        for _ in range(2):
            chain.chain.author_block(only=True)
        timer.start()

    lagging.deeds = {"searching": lose}
    with Client(transport=Lines(chain, arrives=True), cache=False) as client:
        receipt = client.execute(OPERATION, ALICE, on_progress=lagging.hear)
    timer.join()
    assert receipt.block_number == chain.chain.best.number == 6


def test_a_signature_for_another_runtime_is_not_sent(chain_file: Path) -> None:
    from dataclasses import replace

    with Client(chain_file=chain_file, cache=False) as client:
        signed = client.prepare(OPERATION, ALICE).sign()
        signing = replace(signed.unsigned.signing, spec_version=1)
        old = replace(signed, unsigned=replace(signed.unsigned, signing=signing))
        with pytest.raises(UsageError, match="signed for runtime version 1"):
            client.submit(old)


def test_it_does_not_wait_for_news_of_what_is_final(chain: LocalChain) -> None:
    chain.chain.delay_news_of_finality(3600)
    heard: list[str] = []
    receipt = chain.client.execute(
        OPERATION, ALICE, wait="finalized", on_progress=lambda step: heard.append(step.status)
    )
    assert receipt.finalized
    assert heard == ["submitted", "ready", "inBlock", "finalized", "done"]
