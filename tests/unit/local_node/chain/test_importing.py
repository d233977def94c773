"""Blocks that somebody else made."""

from __future__ import annotations

import pytest

from btsdk.frozen import replace
from btsdk.keys.keypair import Keypair
from local_node.chain.block import Block
from local_node.chain.errors import UnknownBlock
from local_node.chain.importing import BadBlock
from local_node.state.trie import ordered_root
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import add


def test_an_imported_block_must_hold(open_chain: Open) -> None:
    chain, other = open_chain(), open_chain()
    other.submit(add(1, 0, 5))
    block = other.block(other.best.hash)
    assert block is not None
    header = block.header
    stranger = Keypair.from_uri("//Stranger")
    seal = header.seal
    assert seal is not None
    unsealed = header.unsealed()
    forged = unsealed.sealed(seal._replace(data=stranger.sign(unsealed.hash)))
    more = (*block.extrinsics, add(1, 1, 1))
    resealed = _reseal(block, more)
    for bad, reason in (
        (Block(forged, block.extrinsics), "its seal is not by"),
        (Block(header.unsealed(), block.extrinsics), "no slot or no seal"),
        (Block(header, more), "extrinsics root"),
        (resealed, "the header does not hold"),
    ):
        with pytest.raises(BadBlock, match=reason):
            chain.import_block(bad)
    with pytest.raises(UnknownBlock):
        chain.import_block(Block(replace(header, parent_hash=b"\x05" * 32), block.extrinsics))
    assert chain.best.number == 0
    assert chain.import_block(block) == other.best == chain.import_block(block)


def _reseal(block: Block, extrinsics: tuple[bytes, ...]) -> Block:
    seal = block.header.seal
    assert seal is not None
    header = replace(block.header.unsealed(), extrinsics_root=ordered_root(extrinsics))
    signature = Keypair.from_uri("//One").sign(header.hash)
    return Block(header.sealed(seal._replace(data=signature)), extrinsics)
