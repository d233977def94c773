"""Calls whose writes are undone: each answers what it would on a state of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_node.chain.chain import Chain
from local_node.chain.history import History
from local_node.chain.host import Host, HostExternalities
from local_node.chain.modes import Manual
from local_node.chain.validation_overlay import ValidationOverlay
from local_node.runtime.boundary import Externalities, RuntimePanic
from local_node.state.store import State, Store
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import CounterRuntime, Spec, add

VALIDATE = "TaggedTransactionQueue_validate_transaction"
KEYS = (b"sum", b"a", b"ab", b"b")


class Writing:
    """A runtime that writes, nests and panics as its arguments say; answers what it saw."""

    def call(self, entry: str, args: bytes, ext: Externalities) -> bytes:
        seen = b"".join(ext.get(key) or b"-" for key in KEYS)
        ext.begin()
        for step in args:
            key = KEYS[step % len(KEYS)]
            if step < 64:
                ext.set(key, bytes([step]))
            elif step < 128:
                ext.delete(key)
            elif step < 160:
                ext.append(key, bytes([step]))
            elif step < 192:
                ext.begin()
            elif step < 200:
                raise RuntimePanic(entry, "as it was told")
        ext.commit()
        if 159 < max(args, default=0) < 192:
            return seen  # with transactions left open, which is a panic too
        return seen + b"|" + (ext.next_key(b"a") or b"")


@pytest.fixture(scope="module")
def counted() -> Chain:
    return Chain.open(Spec(sum=7), Store(), runtime=CounterRuntime(), mode=Manual())


@given(calls=st.lists(st.binary(max_size=6), max_size=12))
def test_no_call_sees_anything_of_those_before(counted: Chain, calls: list[bytes]) -> None:
    host, history = Host(Writing()), History(counted.store)
    block_hash = counted.best.hash
    under_test = ValidationOverlay(host, history)
    for args in calls:
        answers = []
        for run in (
            lambda: under_test.run("any", args, block_hash),  # noqa: B023 - called at once
            lambda: host.call("any", args, history.state(block_hash)),  # noqa: B023
        ):
            try:
                answers.append(run())
            except RuntimePanic as panic:
                answers.append(panic.reason.encode())
        assert answers[0] == answers[1]


def test_another_block_is_another_state(open_chain: Open) -> None:
    chain = open_chain(mode=Manual())
    first, second = add(1, 0, 10), add(1, 1, 20)
    before = chain.validate(second)
    chain.submit(first)
    old = chain.best.hash
    chain.author_block()
    assert chain.validate(second) != before
    assert chain.validate(second, old) == before
    chain.revert_to(old)
    assert chain.validate(second) == before


class CountingHost(Host):
    """Counts the overlays that it makes."""

    made = 0

    def externalities(self, state: State) -> HostExternalities:
        self.made += 1
        return super().externalities(state)


def test_what_is_remembered_does_not_grow_for_ever(counted: Chain) -> None:
    host, block_hash = CountingHost(CounterRuntime()), counted.best.hash
    under_test = ValidationOverlay(host, History(counted.store), calls_most=3)
    for nonce in range(7):
        under_test.run(VALIDATE, b"\x02" + add(1, nonce, 1) + block_hash, block_hash)
    assert host.made == 3
