"""Consistency check of a chain on disk: the file, and each header, body and root of the best chain.

Nothing is changed. With `execute` every block whose parent's state is kept is executed again and
must lead to the state root in its header; blocks made by a runtime other than the head's are
skipped.
"""

from __future__ import annotations

from btsdk.errors import ScaleError
from btsdk.well_known_keys import CODE
from local_node.chain.block import ZERO_HASH, Block
from local_node.chain.errors import StateDiscarded
from local_node.chain.history import History
from local_node.chain.importing import BadBlock, Importer
from local_node.chain.patch import patch_of
from local_node.runtime.boundary import is_compiled
from local_node.state.store import Store
from local_node.state.trie import MissingNode, ordered_root


def check_chain(
    store: Store, history: History, importer: Importer, *, execute: bool = False
) -> list[str]:
    """The faults, in words, from the genesis up; empty if there are none.

    For a fork, the check starts at its base: the blocks below belong to the remote.
    """
    problems = store.check()
    begin = 0 if store.origin is None else store.origin.number
    parent, expected = ZERO_HASH, begin
    for number in history.numbers(begin):
        block_hash = history.hash_at(number)
        try:
            block = None if block_hash is None else history.block(block_hash)
        except ScaleError as error:
            problems.append(f"block #{number} cannot be decoded: {error}")
            return problems
        is_skipping = block is not None and patch_of(block.header) is not None
        if block_hash is None or block is None or (number != expected and not is_skipping):
            missing = number if block is None else expected
            problems.append(f"block #{missing} is missing")
            return problems
        if number == begin:
            parent = block.header.parent_hash if begin else ZERO_HASH
        problems += _of_header(block, block_hash, number, parent)
        if execute and number > begin and is_executable(block, history):
            problems += _of_execution(block, importer)
        parent, expected = block_hash, number + 1
    return problems


def _of_header(block: Block, block_hash: bytes, number: int, parent: bytes) -> list[str]:
    header = block.header
    holds = {
        "has a hash other than the one it is stored under": block.hash == block_hash,
        "has a different number in its header": header.number == number,
        "is not a child of the block before it": header.parent_hash == parent,
        "has a body that does not match its header": header.extrinsics_root
        in (ordered_root(block.extrinsics, layout) for layout in (0, 1)),
    }
    return [f"block #{number} {problem}" for problem, is_fine in holds.items() if not is_fine]


def is_executable(block: Block, history: History) -> bool:
    """Whether the parent's state is kept, and the head's runtime made the block.

    The block of a runtime upgrade has the new code in its patch, but ran on the old state.
    """
    patch = patch_of(block.header)
    if is_compiled(history.state().get(CODE)):
        return history.has_state(block.header.parent_hash)
    try:
        code = history.state(block.header.parent_hash).get(CODE)
    except StateDiscarded:
        return False
    if patch is not None:
        code = patch.changes.get(CODE, code)
    return code == history.state().get(CODE)


def _of_execution(block: Block, importer: Importer) -> list[str]:
    try:
        importer.execute(block)
    except (BadBlock, MissingNode) as error:
        return [str(error)]
    return []
