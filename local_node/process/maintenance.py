"""Import and check of a chain file that no process has open.

Both execute blocks in order, from the genesis of the spec, on a temporary chain beside the file: an
import puts that chain in the file's place when it is complete; a check deletes it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from btsdk.errors import BtError, ChainFileError, UsageError
from btsdk.frozen import replace
from chain_spec import chains
from chain_spec.chains import ChainSpec
from local_node.chain import state_upgrade
from local_node.chain.block import Block, BlockRef
from local_node.chain.chain import Chain
from local_node.chain.check import is_executable
from local_node.chain.genesis import genesis_code
from local_node.chain.history import History
from local_node.chain.importing import BadBlock
from local_node.chain.modes import Manual
from local_node.dev.exports import End, Exported, ImpersonationItem, Item, Progress, read_export
from local_node.embedded.chain_file import ChainFileLock
from local_node.embedded.open_chain import open_store
from local_node.state import notes
from local_node.state.companions import companions
from local_node.state.store import Store

_KEPT_STATES: Final = 2
"""States kept of a temporary chain: the newest, and the parent's."""

Confirm = Callable[[Exported], None]
"""Asked before a chain is replaced; raises to refuse."""


class Report(NamedTuple):
    """The result of a check. `executed` counts the blocks that were executed again; `reason` says
    why not all were; `problems` are in words, and empty for a valid chain."""

    chain: str
    head: BlockRef
    executed: int
    reason: str | None
    problems: tuple[str, ...]


# Import


def import_chain(
    lock: ChainFileLock,
    export: Path,
    *,
    confirm: Confirm = lambda _: None,
    progress: Progress | None = None,
) -> BlockRef:
    """Import the chain of an export into the locked file; returns its head.

    The file has the whole chain afterwards, or is unchanged. Raises `UsageError` for an export that
    is damaged or foreign, or that has an invalid block.
    """
    with read_export(export) as (exported, items):
        spec = chains.parse(exported.spec, str(export))
        spec = replace(spec, code=exported.code or spec.code)
        confirm(exported)
        with _temporary(lock.path) as path:
            store = Store(path, keep=spec.blocks.keep_states)
            with _opened(spec, store) as chain:
                _expect_genesis(chain, exported, export)
                end = _feed(chain, items, export, progress)
                _expect_end(chain, end, export)
                chain.set_clock_offset(end.clock_offset_ms)
                store.set_notes({notes.SPEC: spec.text.encode()})
                head = chain.best
            _replace(path, lock.path)
    return head


def _expect_genesis(chain: Chain, exported: Exported, export: Path) -> None:
    found = "0x" + chain.genesis_hash.hex()
    if found != exported.genesis:
        raise UsageError(
            f"{export} is of a chain with genesis {exported.genesis}; its spec leads to {found}",
            hint="It was made by a release with another runtime: import it with that one.",
        )


def _expect_end(chain: Chain, end: End, export: Path) -> None:
    head = "0x" + chain.best.hash.hex()
    if (head, len(chain.numbers(1))) != (end.head, end.blocks):
        raise UsageError(
            f"{export} is damaged: its last block is {chain.best}, but its end says {end.head} "
            f"after {end.blocks} blocks",
            hint="Nothing was changed. Export the chain again.",
        )


def _feed(chain: Chain, items: Iterable[Item], export: Path, progress: Progress | None) -> End:
    """Execute the blocks of an export."""
    for item in items:
        if isinstance(item, End):
            return item
        if isinstance(item, ImpersonationItem):
            chain.impersonation.note(item.accounts)
            continue
        try:
            _follow(chain, item)
        except BtError as error:
            if isinstance(error, ChainFileError):
                raise
            raise UsageError(
                f"{export} has an invalid block: {error}", hint="Nothing was changed."
            ) from error
        if progress is not None and item.number % 100 == 0:
            progress(item.number, 0)
    raise UsageError(f"{export} is damaged: it has no end", hint="Nothing was changed.")


def _follow(chain: Chain, block: Block) -> None:
    """Import a block whose parent is the head."""
    if block.header.parent_hash != chain.best.hash:
        raise BadBlock(block, "its parent is not the block before it")
    chain.import_block(block)


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """A name beside the file, unused now and deleted afterwards."""
    temporary = path.with_name(path.name + ".importing")
    _remove(temporary)
    try:
        yield temporary
    finally:
        _remove(temporary)


def _remove(path: Path) -> None:
    for each in (path, *companions(path)):
        each.unlink(missing_ok=True)


def _replace(new: Path, old: Path) -> None:
    """Put a closed chain file in the place of another, atomically.

    The other's log must be gone before: SQLite would replay it onto the new file.
    """
    _flush(new)
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(old)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for each in companions(old):
        each.unlink(missing_ok=True)
    new.replace(old)
    _flush(old.parent)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# Check


def check_chain_file(lock: ChainFileLock, progress: Progress | None = None) -> Report:
    """Read a whole chain file, and execute its chain again from the genesis; that of a fork from
    its base, on the state in the file.

    Changes nothing but the format of an older file. Raises `ChainFileError` if it cannot be opened.
    """
    spec, store = open_store(lock.path, None)
    _expect_chain(store, lock.path)
    with _opened(spec, store) as chain:
        problems = chain.check()
        executed, reason = 0, None
        if problems:
            reason = "an inconsistent chain is not executed"
        elif not chain.is_compiled and state_upgrade.is_due(chain, spec):
            reason = "another release made them all, and its runtime is not available"
        elif store.origin is not None:
            executed, problems = _execute_in_place(chain)
            reason = f"blocks up to #{store.origin.number} belong to the forked network"
        else:
            begun_with = replace(spec, code=genesis_code(spec, store))
            executed, reason, problems = _execute(chain, begun_with, progress)
        return Report(spec.chain, chain.best, executed, reason, tuple(problems))


def _expect_chain(store: Store, path: Path) -> None:
    """Closes the store if it holds no chain."""
    if store.note(notes.SPEC) is None:
        store.close()
        raise ChainFileError(str(path), "holds no chain", hint="Is it the right file?")


def _execute(
    chain: Chain, spec: ChainSpec, progress: Progress | None
) -> tuple[int, str | None, list[str]]:
    with _opened(spec, Store(keep=_KEPT_STATES)) as again:
        if again.genesis_hash != chain.genesis_hash:
            reason = "another release made the first ones, and its runtime is not available"
            executed, problems = _execute_in_place(chain)
            return executed, reason, problems
        again.impersonation.note(chain.impersonation.ever)
        executed = 0
        for block in _blocks(chain):
            try:
                again.import_block(block)
            except BtError as error:
                return executed, "one is invalid", [str(error)]
            executed += 1
            if progress is not None and executed % 100 == 0:
                progress(executed, chain.best.number)
    return executed, None, []


def _execute_in_place(chain: Chain) -> tuple[int, list[str]]:
    """Execute the blocks whose parent's state is kept, on a chain whose genesis is another
    release's or a network's. Returns their number and the faults."""
    problems = chain.check(execute=True)
    history = History(chain.store)
    executed = sum(is_executable(block, history) for block in _blocks(chain))
    return executed, problems


def _blocks(chain: Chain) -> Iterator[Block]:
    """The best chain from the block after the genesis, or after the base of a fork."""
    origin = chain.store.origin
    for number in chain.numbers(1 if origin is None else origin.number + 1):
        name = chain.hash_at(number)
        block = None if name is None else chain.block(name)
        assert block is not None, "`Chain.check` found every block"
        yield block


@contextmanager
def _opened(spec: ChainSpec, store: Store) -> Iterator[Chain]:
    """A chain that makes no blocks by itself; its store is closed at the end."""
    try:
        yield Chain.open(spec, store, mode=Manual())
    finally:
        store.close()
