"""Balances, storage, impersonation, epochs, dry runs: each through a block."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from local_node.chain.block import Block
from local_node.chain.errors import PoolError
from local_node.chain.importing import BadBlock
from local_node.chain.patch import patch_of
from local_node.dev.control import Control
from local_node.embedded.local_chain import LocalChain
from tests.unit.local_node.dev.reading import TAO, read
from tests.unit.local_node.dev.signing import ALICE, BOB, ZOE, signed, transfer

INHERENTS = 2


def test_a_patched_block_says_so_and_can_be_executed_again(control: Control) -> None:
    plain = control.new_blocks()
    patched = control.patch({b"mine": b"1", b":code": control.chain.state().get(b":code")})
    header = control.chain.header(patched.hash)
    assert header is not None
    patch = patch_of(header)
    assert patch is not None
    assert patch.changes[b"mine"] == b"1"
    assert patch.executed_root != header.state_root == control.chain.state().root
    assert control.chain.is_patched(patched.hash)
    assert not control.chain.is_patched(plain.hash)
    control.new_blocks(2)
    assert control.chain.state().get(b"mine") == b"1"
    assert control.chain.check(execute=True) == []


def test_a_patch_that_its_header_does_not_tell_of_is_no_block(local: LocalChain) -> None:
    other = local.chain.copy()
    patched = local.control.patch({b"mine": b"1"})
    block = local.chain.block(patched.hash)
    assert block is not None
    patch = patch_of(block.header)
    assert patch is not None
    with pytest.raises(BadBlock):
        other.import_block(Block(patch.off(block.header.unsealed()), block.extrinsics))
    other.import_block(block)
    assert other.state().get(b"mine") == b"1"


def test_numbers_may_be_skipped(control: Control) -> None:
    control.new_blocks()
    skipped = control.new_blocks(height=1_000)
    assert (skipped.number, control.new_blocks().number) == (1_000, 1_001)
    assert read(control, "System", "Number") == 1_001
    assert control.chain.hash_at(500) is None
    assert control.chain.numbers() == [0, 1, 1_000, 1_001]
    assert control.chain.check(execute=True) == []
    control.set_head(1)
    assert control.new_blocks(5).number == 6
    assert control.chain.numbers() == list(range(7))
    with pytest.raises(UsageError, match="cannot follow"):
        control.new_blocks(height=6)


def test_blocks_of_these_transactions_alone(control: Control) -> None:
    waiting = signed(control, ALICE, transfer(control, ZOE.public_key, TAO))
    control.chain.submit(waiting)
    given = signed(control, BOB, transfer(control, ZOE.public_key, TAO))
    best = control.new_blocks(transactions=[given])
    block = control.chain.block(best.hash)
    assert block is not None
    assert block.extrinsics[INHERENTS:] == (given,)
    assert len(control.chain.pending()) == 1
    with pytest.raises(PoolError):
        control.new_blocks(transactions=[given])


def test_heads_by_number_and_hash(control: Control) -> None:
    blocks = [control.new_blocks() for _ in range(4)]
    assert control.set_head(-1) == blocks[2]
    assert control.set_head(1) == blocks[0]
    assert control.set_head(blocks[3].hash) == blocks[3]
    with pytest.raises(UsageError, match="no block 9"):
        control.set_head(9)
