"""The start of a block, its extrinsics, and its end."""

from __future__ import annotations

import pytest

from chain_spec.pallets import system
from local_node.runtime.frame import Context
from local_node.runtime.frame.errors import Panic
from local_node.runtime.pallets.system import block
from local_node.state.trie_building import ordered_root
from tests.unit.local_node.runtime.support import fresh_context

PARENT = b"\7" * 32
INFO = {"weight": {"ref_time": 1, "proof_size": 0}, "class": "Normal", "pays_fee": "Yes"}


@pytest.fixture
def ctx() -> Context:
    made = fresh_context()
    block.reset_events(made)
    block.initialize(made, 7, PARENT, {"logs": []})
    return made


def test_a_block_begins_with_its_number_and_its_parent(ctx: Context) -> None:
    assert ctx.block_number == 7
    assert ctx.get(system.storage.ParentHash) == ctx.get(system.storage.BlockHash, 6) == PARENT
    assert ctx.get(system.storage.ExecutionPhase) == "Initialization"
    block.note_finished_initialize(ctx)
    assert ctx.get(system.storage.ExecutionPhase) == ("ApplyExtrinsic", 0)


def test_extrinsics_are_counted_and_their_outcome_is_told(ctx: Context) -> None:
    block.note_finished_initialize(ctx)
    for error in (None, "BadOrigin"):
        block.note_extrinsic(ctx, b"extrinsic")
        block.note_applied_extrinsic(ctx, error, INFO)
    assert block.extrinsic_index(ctx) == 2
    block.note_finished_extrinsics(ctx)
    ctx.flush()
    names = [record["event"][1] for record in ctx.get(system.storage.Events)]
    assert [name if isinstance(name, str) else name[0] for name in names] == [
        "ExtrinsicSuccess",
        "ExtrinsicFailed",
    ]


def test_the_header_has_the_roots_and_nothing_temporary_is_left(ctx: Context) -> None:
    block.note_finished_initialize(ctx)
    block.note_extrinsic(ctx, b"extrinsic")
    block.note_applied_extrinsic(ctx, None, INFO)
    block.note_finished_extrinsics(ctx)
    block.deposit_log(ctx, ("Other", b"log"))
    header = block.finalize(ctx)
    assert (header["number"], header["parent_hash"]) == (7, PARENT)
    assert header["extrinsics_root"] == ordered_root([b"extrinsic"])
    assert header["digest"]["logs"] == [("Other", b"log")]
    assert header["state_root"] == ctx.ext.root()
    assert ctx.ext.get(block.INTRABLOCK_ENTROPY) is None
    assert not ctx.contains(system.storage.ExtrinsicData, 0)


def test_old_hashes_are_forgotten_and_that_of_genesis_stays(ctx: Context) -> None:
    kept = ctx.constant(system.constants.BlockHashCount)
    ctx.put(system.storage.BlockHash, 1, b"\1" * 32)
    block.initialize(ctx, kept + 2, PARENT, {"logs": []})
    block.note_finished_initialize(ctx)
    block.note_finished_extrinsics(ctx)
    block.finalize(ctx)
    assert not ctx.contains(system.storage.BlockHash, 1)
    assert ctx.contains(system.storage.BlockHash, 0)


def test_a_count_that_no_block_has_is_corrupt(ctx: Context) -> None:
    ctx.set(system.storage.ExtrinsicCount, block.MOST_EXTRINSICS + 1)
    with pytest.raises(Panic, match="a block of"):
        block.finalize(ctx)


def test_the_pool_sees_the_next_block(ctx: Context) -> None:
    block.look_ahead(ctx, 8, b"\x08" * 32)
    assert ctx.block_number == 8
    assert ctx.get(system.storage.BlockHash, 7) == b"\x08" * 32
