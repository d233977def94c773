"""Blocks that cannot be made: what those who wait hear, and when it is tried again."""

from __future__ import annotations

import logging

import pytest

from btsdk.errors import ChainFileError
from local_node.chain.attempts import FIRST_PAUSE_MS, LONGEST_PAUSE_MS, Attempts, told
from local_node.chain.authoring import AuthoringError
from local_node.chain.block import ZERO_HASH, Header
from local_node.chain.chain import Chain
from local_node.chain.errors import PoolError
from local_node.chain.events import Status
from local_node.chain.modes import Instant, Interval, Manual
from local_node.runtime.boundary import Externalities, RuntimePanic
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import CounterRuntime, add

PARENT = Header(ZERO_HASH, 4, ZERO_HASH, ZERO_HASH)
FAULT = AuthoringError("no key")
FULL = ChainFileError("file", "the disk is full")


class Broken(CounterRuntime):
    """Makes no block while it is broken."""

    broken = False

    def finalize(self, args: bytes, ext: Externalities) -> bytes:
        if self.broken:
            raise RuntimePanic("BlockBuilder_finalize_block", "broken")
        return super().finalize(args, ext)


@pytest.fixture
def attempts(chain: Chain) -> Attempts:
    return Attempts(chain.pool, chain._listeners)  # type: ignore[attr-defined]


def test_each_pause_is_twice_as_long_up_to_the_longest(attempts: Attempts) -> None:
    pauses = []
    for _ in range(7):
        attempts.fail(PARENT, FAULT, Manual())
        trouble = attempts.trouble_on(PARENT.hash)
        assert trouble is not None
        pauses.append(attempts.pause_ms(PARENT.hash))
    wanted = [min(FIRST_PAUSE_MS << n, LONGEST_PAUSE_MS) for n in range(7)]
    assert all(0 <= want - pause < 900 for want, pause in zip(wanted, pauses, strict=True))
    assert (attempts.failed, trouble.tries, trouble.number) == (7, 7, 5)


def test_another_head_is_another_matter(attempts: Attempts) -> None:
    attempts.fail(PARENT, FAULT, Manual())
    assert attempts.trouble_on(bytes(32)) is None
    assert attempts.pause_ms(bytes(32)) == 0
    attempts.expect_none(bytes(32), Interval(1))


def test_what_would_wait_in_vain_is_refused(attempts: Attempts) -> None:
    attempts.fail(PARENT, FAULT, Manual())
    attempts.expect_none(PARENT.hash, Manual())  # there nobody expects a block
    for mode in (Interval(1), Instant()):
        with pytest.raises(PoolError, match="the node cannot make blocks: no key"):
            attempts.expect_none(PARENT.hash, mode)
    attempts.succeed()
    attempts.expect_none(PARENT.hash, Interval(1))
    assert attempts.failed == 1


def test_it_is_said_once_that_it_fails_and_once_that_it_is_over(
    attempts: Attempts, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            attempts.fail(PARENT, FAULT, Manual())
        attempts.succeed()
        attempts.succeed()
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
    assert "block #5 cannot be made: no key" in caplog.text
    assert "after 3 failed attempts" in caplog.text


def test_who_watches_hears_at_once_where_the_fault_lasts(open_chain: Open) -> None:
    runtime = Broken()
    chain = open_chain(runtime=runtime, mode=Interval(12))
    heard: list[Status] = []
    chain.submit_and_watch(add(1, 0, 1), heard.append)
    unwatched = chain.submit(add(2, 0, 1))
    runtime.broken = True
    with pytest.raises(AuthoringError, match="block 1 could not be made"):
        chain.author_block()
    assert [status.kind for status in heard] == ["ready", "dropped"]
    assert [entry.hash for entry in chain.pending()] == [unwatched]
    runtime.broken = False
    chain.author_block()
    assert (chain.best.number, len(chain.pool)) == (1, 0)


def test_a_passing_fault_is_raised_as_it_is() -> None:
    assert told(PARENT, FULL) is FULL
    lasting = told(PARENT, ZeroDivisionError("a bug"))
    assert isinstance(lasting, AuthoringError)
    assert "block 5 could not be made: ZeroDivisionError: a bug" in str(lasting)
    assert "dev_setHead" in str(lasting.hint)
