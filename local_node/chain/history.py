"""Blocks and states of the store, decoded; these reads never wait for the author."""

from __future__ import annotations

from typing import Final, NamedTuple

from local_node.chain.block import Block, BlockRef, Header, decode_body
from local_node.chain.errors import StateDiscarded, UnknownBlock
from local_node.chain.view import StateView
from local_node.state.cache import Cache
from local_node.state.store import Store

_CACHED_HEADERS: Final = 1024


class TreeRoute(NamedTuple):
    """The route from one block to another: the blocks to leave, newest first, those to enter,
    oldest first, and their common ancestor."""

    leave: tuple[BlockRef, ...]
    enter: tuple[BlockRef, ...]
    fork: BlockRef


class History:
    """The blocks and states of one chain on disk."""

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
        """The header; raises `UnknownBlock` if there is none."""
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
        """The hash of the best chain's block with this number."""
        return self._store.hash_at(number)

    def numbers(self, first: int = 0, count: int = -1) -> list[int]:
        """The numbers of the best chain's blocks from `first` up, at most `count`; numbers may be
        skipped."""
        return self._store.numbers(first, count)

    def runtime_answer(self, code: bytes, question: bytes) -> bytes | None:
        """The stored answer of the runtime with this code hash, if there is one."""
        return self._store.runtime_answer(code, question)

    def keep_runtime_answer(self, code: bytes, question: bytes, answer: bytes) -> None:
        """Store an answer, for use after an upgrade to another runtime."""
        self._store.keep_runtime_answer(code, question, answer)

    def state(self, block_hash: bytes | None = None) -> StateView:
        """The state after a block, by default the best; it does not change while the chain grows.

        Raises `UnknownBlock`, or `StateDiscarded` where the state was pruned.
        """
        header = self.known_header(self._store.head if block_hash is None else block_hash)
        root = self._store.state_root(header.hash)
        if root is None:
            raise StateDiscarded(header.hash)
        return StateView(self._store, root, header.ref)

    def has_at_hand(self, key: bytes) -> bool:
        """Whether the value of a key in the best state is in memory."""
        return self._store.has_at_hand(key)

    def has_state(self, block_hash: bytes) -> bool:
        """Whether the state after a block is kept."""
        return self._store.state_root(block_hash) is not None

    def above(self, base: BlockRef, most: int) -> list[BlockRef]:
        """The descendants of `base` on all branches with a number of at most `most`; parents
        first."""
        found = [base]
        for ref in found:
            if ref.number < most:
                children = map(self.known_header, self._store.children(ref.hash))
                found += [child.ref for child in children if child.number <= most]
        return found[1:]

    def route(self, old: Header, new: Header) -> TreeRoute:
        """The route from one block to another."""
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
