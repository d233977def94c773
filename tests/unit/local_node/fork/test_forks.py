"""Forks of one of our own nodes, over its port: reads, blocks, and the roots they lead to."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator

import pytest

from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.ops import AddStake, RemoveStake, Transfer
from btsdk.units import Alpha, Tao
from local_node import Fork, LocalChain
from local_node.chain.errors import StateDiscarded
from local_node.dev.dumps import dump

ALICE = Keypair.from_uri("//Alice")
MINER, HOTKEY = Keypair.from_uri("//Miner0"), Keypair.from_uri("//Miner0//1").ss58_address
STRANGER = Keypair.from_uri("//Stranger").ss58_address
"""An account that there is not yet."""


@pytest.fixture
def fork(remote: LocalChain) -> Iterator[LocalChain]:
    with LocalChain(fork=remote.endpoint) as chain:
        yield chain


def use(chain: LocalChain) -> None:
    """What people do: a new account, stakes, an account that goes, and an epoch."""
    client = chain.client
    client.execute(Transfer(STRANGER, Tao.parse("3")), ALICE)
    client.execute(AddStake(HOTKEY, 1, Tao.parse("5")), MINER)
    client.execute(RemoveStake(HOTKEY, 1, Alpha.parse("2", 1)), MINER)
    leaving = Keypair.from_uri("//Stranger")
    client.execute(Transfer(ALICE.ss58_address, Tao.parse("2.99"), allow_death=True), leaving)
    chain.advance_to_epoch(1)


def test_no_other_chain_loads_this_room() -> None:
    script = (
        "import sys; from local_node import LocalChain; from local_node.process.node import Node\n"
        "with LocalChain() as chain: chain.advance()\n"
        "assert not [name for name in sys.modules if name.startswith('local_node.fork')]\n"
        "assert not {'local_node.state.lazy', 'local_node.state.origin'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=120)


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


def test_blocks_that_the_remote_goes_on_with_lead_to_their_roots(remote: LocalChain) -> None:
    with LocalChain(fork=remote.endpoint) as fork:
        base = remote.chain.best.number
        use(remote)
        for number in remote.chain.numbers(base + 1):
            name = remote.chain.hash_at(number)
            block = None if name is None else remote.chain.block(name)
            assert block is not None
            fork.chain.import_block(block)  # raises where the root is another
        assert fork.chain.best == remote.chain.best
        assert fork.chain.state().root == remote.chain.state().root
        assert fork.chain.state().items() == remote.chain.state().items()


def test_the_fork_goes_on_by_itself(remote: LocalChain, fork: LocalChain) -> None:
    base = fork.chain.best
    before = remote.client.head().balance(STRANGER).free
    use(fork)
    assert fork.chain.best.number > base.number + 4
    assert remote.chain.best == base
    assert fork.client.head().balance(STRANGER).free != before
    assert fork.chain.check(execute=True) == []
    fork.chain.revert_to(base.hash)
    assert fork.client.head().balance(STRANGER).free == before
    assert fork.chain.state().items() == remote.chain.state().items()


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


def test_a_block_by_its_number_or_hash(remote: LocalChain) -> None:
    name = remote.chain.hash_at(2)
    assert name is not None
    for at in (2, "0x" + name.hex(), name.hex()):
        with LocalChain(fork=Fork(remote.endpoint, at)) as fork:
            assert (fork.chain.best.number, fork.chain.best.hash) == (2, name)
            fork.advance()
            assert fork.chain.best.number == 3


def test_the_genesis_can_be_forked(remote: LocalChain) -> None:
    with LocalChain(fork=Fork(remote.endpoint, 0)) as fork:
        assert fork.chain.best.hash == fork.chain.genesis_hash == remote.chain.genesis_hash
        fork.advance(2)
        assert fork.chain.numbers() == [0, 1, 2]
        assert fork.chain.check(execute=True) == []


def test_a_fork_over_http(remote: LocalChain) -> None:
    url = "http" + remote.endpoint.removeprefix("ws")
    with LocalChain(fork=url) as fork:
        use(fork)
        assert fork.chain.check(execute=True) == []
        assert fork.chain.store.origin is not None
        assert fork.chain.store.origin.url == url


def test_a_fork_says_what_it_is(remote: LocalChain, fork: LocalChain) -> None:
    base = remote.chain.best
    assert fork.client.call("dev_nodeInfo")["fork"] == {
        "url": remote.endpoint,
        "block": {"hash": "0x" + base.hash.hex(), "number": base.number},
        "genesis": "0x" + remote.chain.genesis_hash.hex(),
        "roots": "remote",
    }
    assert fork.client.call("system_chain").endswith("(fork)")
    assert remote.client.call("dev_nodeInfo")["fork"] is None


def test_a_fork_is_not_dumped(fork: LocalChain) -> None:
    with pytest.raises(UsageError, match="is a fork of"):
        dump(fork.chain)


def test_finality_does_not_go_below_the_base(remote: LocalChain) -> None:
    with LocalChain(fork=remote.endpoint, finality_lag=4) as fork:
        base = fork.chain.best
        fork.advance(2)
        assert fork.chain.finalized == base
        fork.advance(3)
        assert fork.chain.finalized.number == base.number + 1
