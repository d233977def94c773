"""A client that follows the head."""

from __future__ import annotations

from local_node.chain.block import BlockRef
from tests.unit.local_node.rpc.line import Line


def best(line: Line) -> str:
    return hex_of(line.chain.best)


def hex_of(block: BlockRef) -> str:
    return "0x" + block.hash.hex()


def raw(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))
