"""Blocks and states as the store has them, decoded: reads that never wait for the author."""

from __future__ import annotations

from typing import Final, NamedTuple

from local_node.chain.block import Block, BlockRef, Header, decode_body
from local_node.chain.errors import StateDiscarded, UnknownBlock
from local_node.chain.view import StateView
from local_node.state.cache import Cache
from local_node.state.store import Store

_CACHED_HEADERS: Final = 1024


class TreeRoute(NamedTuple):
    """The way from one block to another: those to leave, newest first, those to enter, oldest
    first, and the block between them that belongs to both ways."""

    leave: tuple[BlockRef, ...]
    enter: tuple[BlockRef, ...]
    fork: BlockRef


class History:
    """What is on disk of one chain."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._headers: Cache[bytes, Header] = Cache(_CACHED_HEADERS)

    @property
    def best(self) -> Header:
        """The header of the best block."""
        return self.known_header(self._store.head)

    def header(self, block_hash: bytes) -> Header | None:
        header = self._headers.get(block_hash)
        if header is None:
            data = self._store.header(block_hash)
            if data is None:
                return None
            header = Header.decode(data)
            self._headers.put(block_hash, header)
        return header

    def known_header(self, block_hash: bytes) -> Header:
        """The header; raises `UnknownBlock` where there is none."""
        header = self.header(block_hash)
        if header is None:
            raise UnknownBlock(block_hash)
        return header

    def block(self, block_hash: bytes) -> Block | None:
        header, body = self.header(block_hash), self._store.body(block_hash)
        if header is None or body is None:
            return None
        return Block(header, decode_body(body))

    def hash_at(self, number: int) -> bytes | None:
        """The block of the best chain with this number."""
        return self._store.hash_at(number)

    def numbers(self, first: int = 0, count: int = -1) -> list[int]:
        """The numbers of the best chain's blocks from `first` up, at most `count`; some may be
        skipped."""
        return self._store.numbers(first, count)

    def runtime_answer(self, code: bytes, question: bytes) -> bytes | None:
        """What the runtime with this code hash said of itself, if it was kept."""
        return self._store.runtime_answer(code, question)

    def keep_runtime_answer(self, code: bytes, question: bytes, answer: bytes) -> None:
        """Keep it for when that runtime is no more."""
        self._store.keep_runtime_answer(code, question, answer)

    def state(self, block_hash: bytes | None = None) -> StateView:
        """The state after a block, by default the best; it stays that while the chain grows.

        Raises `UnknownBlock`, or `StateDiscarded` where the state was pruned.
        """
        header = self.known_header(self._store.head if block_hash is None else block_hash)
        root = self._store.state_root(header.hash)
        if root is None:
            raise StateDiscarded(header.hash)
        return StateView(self._store, root, header.ref)

    def has_at_hand(self, key: bytes) -> bool:
        """Whether memory holds what lies under a key in the best state."""
        return self._store.has_at_hand(key)

    def has_state(self, block_hash: bytes) -> bool:
        """Whether the state after a block is still there."""
        return self._store.state_root(block_hash) is not None

    def above(self, base: BlockRef, most: int) -> list[BlockRef]:
        """The blocks that stand on `base`, on whichever branch, with a number of at most `most`;
        each after its parent."""
        found = [base]
        for ref in found:
            if ref.number < most:
                children = map(self.known_header, self._store.children(ref.hash))
                found += [child.ref for child in children if child.number <= most]
        return found[1:]

    def route(self, old: Header, new: Header) -> TreeRoute:
        """How to get from one block to another."""
        leave: list[BlockRef] = []
        enter: list[BlockRef] = []
        while old.hash != new.hash:
            if old.number >= new.number:
                leave.append(old.ref)
                old = self.known_header(old.parent_hash)
            else:
                enter.append(new.ref)
                new = self.known_header(new.parent_hash)
        return TreeRoute(tuple(leave), tuple(reversed(enter)), old.ref)
