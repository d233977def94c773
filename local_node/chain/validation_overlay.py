"""The validation overlay: runtime calls in sequence on one state, whose reads alone are kept.

The pool validates thousands of extrinsics on the same block, and most of them read the same keys.
So all of them run on one overlay, each in a transaction that is rolled back: after a call the
overlay holds no write, and its cached reads come from an immutable state. Another block gets a new
overlay.
"""

from __future__ import annotations

from typing import Final

from local_node.chain.history import History
from local_node.chain.host import Host, HostExternalities

CALLS_MOST: Final = 4096
"""An overlay is dropped after so many calls, so that its cache stays bounded."""


class ValidationOverlay:
    """Runs entry points for one chain; the caller holds the chain's lock."""

    def __init__(self, host: Host, history: History, calls_most: int = CALLS_MOST) -> None:
        self._host = host
        self._history = history
        self._block = b""
        self._ext: HostExternalities | None = None
        self._calls_most = calls_most
        self._left = 0

    def run(self, entry: str, args: bytes, block_hash: bytes) -> bytes:
        """The answer of an entry point on the state after a block; raises as `Host.run` does."""
        ext = self._on(block_hash)
        ext.begin()
        try:
            return self._host.run(entry, args, ext)
        finally:
            while ext.depth:
                ext.rollback()

    def _on(self, block_hash: bytes) -> HostExternalities:
        ext = self._ext
        if ext is None or block_hash != self._block or not self._left:
            ext = self._ext = self._host.externalities(self._history.state(block_hash))
            self._block, self._left = block_hash, self._calls_most
        self._left -= 1
        return ext
