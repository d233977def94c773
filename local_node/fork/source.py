"""The base of a fork at its remote: queries about a block, with the errors of a state."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from btsdk.errors import ProtocolError, TransportError
from local_node.chain.block import BlockRef
from local_node.fork.errors import RemoteAway, RemoteRefuses
from local_node.fork.remote import Remote
from local_node.state.origin import ForkOrigin

T = TypeVar("T")


class Source:
    """The remote of a fork; connects on demand."""

    def __init__(self, origin: ForkOrigin, remote: Remote | None = None) -> None:
        self.origin = origin
        self._remote = remote or Remote(origin.url, origin.genesis)

    def ask(self, question: Callable[[Remote, BlockRef], T]) -> T:
        """The remote's answer about the base; raises a `StateUnavailable`."""
        base = BlockRef(self.origin.hash, self.origin.number)
        try:
            return question(self._remote, base)
        except TransportError as error:
            raise RemoteAway(self.origin.url, error.reason, base) from error
        except ProtocolError as error:
            raise RemoteRefuses(self.origin.url, error.message) from error

    def close(self) -> None:
        self._remote.close()
