"""The nonces that one client has given to its submissions.

The node's `system_accountNextIndex` is the base. It is too low for an extrinsic that the node has
accepted and does not count yet, and for the inner extrinsic of an envelope, which no pool has: such
nonces are claimed here. Claims end by themselves, so that a nonce whose extrinsic is lost is used
again: after some blocks, with the connection, once the node counts past them, or once a followed
extrinsic is in a block.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from btsdk.forks import lock

GRACE = 8
"""Blocks after which a claim ends: the node has counted the extrinsic by then, or lost it."""


class _Claim(NamedTuple):
    """`until` is the last block of the claim; `connection` is None if it outlives connections."""

    until: int
    connection: int | None


class Nonces:
    """The claimed nonces by account. `connection` returns the number of the current connection."""

    def __init__(self, connection: Callable[[], int]) -> None:
        self._connection = connection
        self._claims: dict[bytes, dict[int, _Claim]] = {}
        self._lock = lock()

    def next(self, account: bytes, counted: int, number: int, count: int = 1) -> int:
        """The lowest nonce from `counted` on that is free, with `count - 1` more behind it.

        `counted` is the node's answer, `number` the height of the best block.
        """
        with self._lock:
            return self._free(account, counted, number, count)

    def take(self, account: bytes, counted: int, number: int, count: int = 1) -> int:
        """Claim what `next` returns."""
        with self._lock:
            first = self._free(account, counted, number, count)
            claim = _Claim(number + GRACE, self._connection())
            self._of(account).update(dict.fromkeys(range(first, first + count), claim))
            return first

    def reserve(self, account: bytes, nonce: int, until: int) -> None:
        """Claim one nonce up to a block, over any reconnection."""
        with self._lock:
            self._of(account)[nonce] = _Claim(until, None)

    def give_back(self, account: bytes, nonce: int, count: int = 1) -> None:
        """End the claim on nonces whose extrinsic is not in the pool."""
        with self._lock:
            claims = self._claims.get(account, {})
            for each in range(nonce, nonce + count):
                claims.pop(each, None)
            if not claims:
                self._claims.pop(account, None)

    def _of(self, account: bytes) -> dict[int, _Claim]:
        return self._claims.setdefault(account, {})

    def _free(self, account: bytes, counted: int, number: int, count: int) -> int:
        connections = (None, self._connection())
        claims = {
            nonce: claim
            for nonce, claim in self._claims.pop(account, {}).items()
            if nonce >= counted and claim.until >= number and claim.connection in connections
        }
        if claims:
            self._claims[account] = claims
        first = counted
        while any(each in claims for each in range(first, first + count)):
            first += 1
        return first
