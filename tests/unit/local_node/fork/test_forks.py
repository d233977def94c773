"""Forks of one of our own nodes, over its port: reads, blocks, and the roots they lead to."""

from __future__ import annotations

import subprocess
import sys

import pytest

from btsdk.errors import UsageError
from local_node import Fork, LocalChain
from local_node.dev.dumps import dump
from tests.unit.local_node.fork.forked import STRANGER, use


def test_no_other_chain_loads_this_room() -> None:
    script = (
        "import sys; from local_node import LocalChain; from local_node.process.node import Node\n"
        "with LocalChain() as chain: chain.advance()\n"
        "assert not [name for name in sys.modules if name.startswith('local_node.fork')]\n"
        "assert not {'local_node.state.lazy', 'local_node.state.origin'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=120)


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
