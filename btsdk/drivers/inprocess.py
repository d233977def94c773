"""The in-process chain, found through an entry point: `btsdk` imports no node.

The package `local_node` registers `local` in the group `btsdk.transports`; its `connect` opens the
chain file in this process, or connects to the process that holds it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from btsdk.drivers.transport import Transport
from btsdk.errors import ConnectError

GROUP = "btsdk.transports"


def find(name: str) -> Callable[..., Transport]:
    """The connect function of the in-process chain `name`; `ConnectError` if none is installed."""
    from importlib.metadata import entry_points  # noqa: PLC0415  # 0.04 s, only for this network

    for entry in entry_points(group=GROUP, name=name):
        connect: Callable[..., Transport] = entry.load()
        return connect
    raise ConnectError(
        name,
        f"nothing in this environment serves the network {name!r} (entry point group {GROUP})",
        hint="Install the package with its local node, or name an endpoint such as ws://…",
    )


def connect(chain_file: Path | None) -> Transport:
    """Open the local chain in `chain_file`, or in the user's default file."""
    return find("local")(chain_file)
