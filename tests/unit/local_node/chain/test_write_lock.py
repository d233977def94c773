"""Who has the chain: one at a time, and who must not wait is told so."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from local_node.chain.chain import Chain
from local_node.chain.events import Event, ExtrinsicStatus
from local_node.chain.modes import Instant, Manual
from local_node.runtime.boundary import is_compiled
from local_node.state.origin import ForkOrigin
from local_node.state.store import Store
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import add

WASM = b"\x00asm\x01\x00\x00\x00"


def elsewhere(ask: Callable[[], bool]) -> bool:
    """What another thread is answered."""
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(ask()))
    thread.start()
    thread.join(60)
    [answer] = answers
    return answer


def is_free(chain: Chain) -> bool:
    with chain.held_if_free() as is_held:
        return is_held


@contextmanager
def held_elsewhere(chain: Chain) -> Iterator[None]:
    has_it, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        with chain.held():
            has_it.set()
            assert may_go.wait(60)

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        assert has_it.wait(60)
        yield
    finally:
        may_go.set()
        thread.join(60)


def test_it_is_had_where_nobody_has_it_and_by_one_at_a_time(open_chain: Open) -> None:
    chain = open_chain(mode=Manual())
    with chain.held_if_free() as is_held:
        assert is_held
        assert not elsewhere(lambda: is_free(chain))
        assert is_free(chain), "who has it may have it again"
    assert elsewhere(lambda: is_free(chain))


def test_who_must_not_wait_does_not(open_chain: Open) -> None:
    chain = open_chain(mode=Manual())
    with held_elsewhere(chain):
        assert not is_free(chain)
    assert is_free(chain)


def test_a_file_that_is_in_use_is_not_free(open_chain: Open) -> None:
    store = Store()
    chain = open_chain(store=store, mode=Manual())
    assert store.take_if_free()
    assert not elsewhere(lambda: is_free(chain))
    store.let_go()
    assert elsewhere(lambda: is_free(chain))


def test_what_would_take_long_is_left_to_who_may_wait(open_chain: Open) -> None:
    store = Store()
    chain = open_chain(store=store, mode=Manual())
    assert is_free(chain)
    chain.mode = Instant()
    assert not is_free(chain)
    chain.mode = Manual()
    assert is_free(chain)
    store.origin = ForkOrigin("ws://there", 1, bytes(32), bytes(32), bytes(32), proofs=True)
    assert not is_free(chain)


def test_nothing_stays_held_where_it_cannot_be_told(
    open_chain: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store()
    chain = open_chain(store=store, mode=Manual())
    with monkeypatch.context() as broken:
        broken.setattr(Store, "get", lambda *_: (_ for _ in ()).throw(OSError("no such disk")))
        with pytest.raises(OSError, match="no such disk"):
            is_free(chain)
    assert elsewhere(lambda: is_free(chain))


def test_a_compiled_runtime_may_take_long(open_chain: Open) -> None:
    chain = open_chain(mode=Manual())
    chain.author_block(patch={b":code": WASM})
    assert is_compiled(chain.state().get(b":code"))
    assert not is_free(chain)


def test_who_listens_hears_of_it_when_it_is_let_go(open_chain: Open) -> None:
    chain = open_chain(mode=Manual())
    heard: list[Event] = []
    chain.listen(heard.append)
    with chain.held_if_free():
        chain.submit(add(1, 0, 10))
        assert heard == []
    [event] = heard
    assert isinstance(event, ExtrinsicStatus)
    assert event.status.kind == "ready"
