"""The options of a fork."""

from __future__ import annotations

from typing import NamedTuple


class Fork(NamedTuple):
    """A block of a live network, and how to continue from it.

    `url` is a WebSocket or HTTP endpoint, or a network by name. `at` is the number or the hash
    (`0x…`) of a block, None for the newest finalized one. With `remote_runtime` the code in the
    remote's state runs, otherwise the bundled runtime, if it agrees. `prefetch` names keys that are
    read at once, besides those that block production reads; see `prefetch`. `proxy` is that of a
    `Client`; a fork that is opened again from its file uses the environment's.
    """

    url: str
    at: int | str | None = None
    remote_runtime: bool = False
    prefetch: tuple[str, ...] = ()
    proxy: str | None = "environment"
