"""The next block: when it is, and what mends a state that makes none."""

from __future__ import annotations

import pytest

from local_node.chain.authoring import AuthoringError
from local_node.runtime.boundary import Externalities, RuntimePanic
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import CounterRuntime, add


class Fragile(CounterRuntime):
    """Makes no block on a state that is marked as broken."""

    def initialize(self, args: bytes, ext: Externalities) -> bytes:
        if ext.get(b"broken"):
            raise RuntimePanic("Core_initialize_block", "broken")
        return super().initialize(args, ext)


def test_a_patch_mends_a_state_on_which_no_block_is_made(open_chain: Open) -> None:
    chain = open_chain(runtime=Fragile())
    chain.submit(add(1, 0, 5))
    chain.author_block(patch={b"broken": b"yes"})
    with pytest.raises(AuthoringError, match="broken"):
        chain.author_block()
    with pytest.raises(AuthoringError, match="broken"):
        chain.author_block([add(1, 1, 5)], patch={b"broken": None})  # only a patch alone mends
    mended = chain.author_block(patch={b"broken": None})
    assert chain.best == mended
    assert chain.is_patched(mended.hash)
    chain.submit(add(1, 1, 5))
    assert chain.check(execute=True) == []


def test_a_dry_run_is_on_the_block_that_is_named(open_chain: Open) -> None:
    chain = open_chain()
    chain.submit(add(1, 0, 5))
    best = chain.best
    assert chain.dry_run(add(1, 0, 5), chain.hash_at(0)) == b"\0\0"
    assert chain.dry_run(add(1, 0, 5)) == b"\x01\0\x03"  # outdated by now
    assert chain.best == best
