"""The archive nodes of a client, connected to with the first read of a pruned state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from btsdk.rpc.reconnect import Endpoints
from btsdk.rpc.session import Session

D = TypeVar("D")


class Archive(Generic[D]):
    """The endpoints, and the driver once there is one. `main` is the client's own session."""

    def __init__(
        self, names: tuple[str, ...], main: Session, make: Callable[[Session, Endpoints], D]
    ) -> None:
        self._names = names
        self._main = main
        self._make = make
        self.driver: D | None = None

    @property
    def is_useful(self) -> bool:
        """Whether there is an archive endpoint other than the connected one."""
        return any(name != self._main.endpoint for name in self._names)

    def open(self) -> D:
        """The driver; its chain must be that of the client."""
        if self.driver is None:
            self.driver = self._make(Session(self._main.genesis), Endpoints(self._names))
        return self.driver
