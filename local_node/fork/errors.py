"""The failures of a remote.

StateUnavailable
├── RemoteAway          it cannot be reached, or does not answer (a `TransportError` as well)
├── StatePruned         it has pruned the block's state
├── RemoteRefuses       it answers with another error
├── BadProof            its proof is not one of the block's state
└── NoProofs            the query needs proofs, and this remote gives none
UnknownRemoteBlock      it has no such block
RuntimeDiffers          the bundled runtime differs from the one of the remote's state
"""

from __future__ import annotations

from collections.abc import Sequence

from btsdk.errors import BtError, TransportError, UsageError
from local_node.chain.block import BlockRef
from local_node.state.trie import StateUnavailable

_SHOWN = 6
"""Differences listed in a message; the error holds all of them."""


class RemoteAway(StateUnavailable, TransportError):
    """The remote cannot be reached; what was read from it before stays in the chain file."""

    def __init__(self, url: str, reason: str, block: BlockRef) -> None:
        TransportError.__init__(
            self,
            url,
            f"{reason}; the fork of block {block.number} needs data that it has not read yet",
            hint="Data read before is in the chain file and stays available. Prefetch the needed "
            "data (--prefetch), or use another endpoint of the network with --fork.",
        )
        self.block = block


class StatePruned(StateUnavailable):
    """The remote keeps the state of newer blocks only."""

    def __init__(self, url: str, block: BlockRef) -> None:
        super().__init__(
            f"{url} has pruned the state of block {block.number} (0x{block.hash.hex()})",
            hint="Fork through an archive endpoint, such as --fork archive, or a newer block: "
            "omit --at, or give one of the last 256.",
        )
        self.url = url
        self.block = block


class RemoteRefuses(StateUnavailable):
    """The remote answered with an error that is not about the block."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url} refuses: {reason}", hint="Another endpoint may allow it.")
        self.url = url


class BadProof(StateUnavailable):
    """Data whose hash is wrong; none of it was stored."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(
            f"{url} sent invalid data: {reason}",
            hint="The endpoint is faulty or dishonest: use another endpoint of the network.",
        )
        self.url = url


class NoProofs(StateUnavailable):
    """A query that needs the remote's trie, for a remote that gives only values."""

    def __init__(self, url: str, what: str) -> None:
        super().__init__(
            f"{url} gives no proofs of its state, so {what}",
            hint="Fork through an endpoint that serves state_getReadProof.",
        )
        self.url = url


class UnknownRemoteBlock(UsageError):
    """The remote's chain has no such block."""

    def __init__(self, url: str, block: int | str) -> None:
        super().__init__(
            f"{url} has no block {block}",
            hint="Give the number or hash of a block with --at; the default is the newest "
            "finalized block.",
        )
        self.url = url
        self.block = block


class RuntimeDiffers(BtError):
    """The remote's state was made by another runtime; `differences` lists the items, in words.

    `has_own`: the remote has a compiled runtime, which could be run instead.
    """

    def __init__(self, url: str, differences: Sequence[str], *, has_own: bool) -> None:
        shown = "; ".join(differences[:_SHOWN])
        more = len(differences) - _SHOWN
        super().__init__(
            f"the bundled runtime cannot continue the state of {url}: {shown}"
            + (f"; and {more} more" if more > 0 else ""),
            hint="Run the remote's own runtime: --runtime remote."
            if has_own
            else "The remote runs the runtime of another release of btsdk: fork with that one.",
        )
        self.url = url
        self.differences = tuple(differences)
