"""Blocks and states of a fork, and of its remote below."""

from __future__ import annotations

import random

import pytest

from local_node import LocalChain
from local_node.chain.errors import StateDiscarded


def test_the_base_is_the_block_of_the_remote(remote: LocalChain, fork: LocalChain) -> None:
    base = remote.chain.best
    assert fork.chain.best == base
    assert fork.chain.genesis_hash == remote.chain.genesis_hash
    assert fork.chain.block(base.hash) == remote.chain.block(base.hash)
    header = fork.chain.header(base.hash)
    assert header is not None
    assert header.state_root == fork.chain.state().root == remote.chain.state().root


def test_reads_agree_with_those_of_the_remote(remote: LocalChain, fork: LocalChain) -> None:
    ours, theirs = fork.chain.state(), remote.chain.state()
    keys, chosen = theirs.keys(), random.Random(425)
    for key in chosen.sample(keys, 100):
        assert ours.get(key) == theirs.get(key)
        absent = key[: chosen.randrange(1, 40)] + chosen.randbytes(4)
        assert ours.get(absent) == theirs.get(absent)
    for key in chosen.sample(keys, 20):
        prefix, count = key[: chosen.choice((1, 16, 32))], chosen.randrange(1, 50)
        assert ours.keys(prefix, count=count) == theirs.keys(prefix, count=count)
        assert ours.items_after(key, count) == theirs.items_after(key, count)
        assert ours.proof([key]) == theirs.proof([key])
        assert ours.merkle_value(prefix) == theirs.merkle_value(prefix)
    assert ours.items() == theirs.items()


def test_a_copy_is_a_fork_as_well(remote: LocalChain, fork: LocalChain) -> None:
    fork.advance()
    copy = fork.chain.copy()
    try:
        copy.author_block()
        assert copy.best.number == fork.chain.best.number + 1
        assert copy.store.origin == fork.chain.store.origin
        assert copy.state().items()[:50] != []
    finally:
        copy.close()


def test_older_blocks_are_asked_for(remote: LocalChain, fork: LocalChain) -> None:
    fork.advance(2)
    for number in (0, 1, 2):
        name = remote.chain.hash_at(number)
        assert name is not None
        assert fork.chain.hash_at(number) == name
        assert fork.chain.header(name) == remote.chain.header(name)
    assert name is not None
    assert fork.chain.block(name) == remote.chain.block(name)
    with pytest.raises(StateDiscarded):
        fork.chain.state(name)
    with pytest.raises(StateDiscarded):
        fork.chain.state(fork.chain.genesis_hash)
    assert fork.chain.hash_at(10_000) is None
