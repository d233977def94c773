"""The blocking and async clients of a chain.

    blocking   Client and its View
    asyncio    AsyncClient and its AsyncView
    methods    the methods that both have
    core       what both do, as programs
    setup      from a network's name to a session, its endpoints and its metadata cache

Both clients have the same methods; the logic is in `core` and the reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from btsdk.client.asyncio import AsyncClient, AsyncView
    from btsdk.client.blocking import Client, View

__all__ = ["AsyncClient", "AsyncView", "Client", "View"]


def __getattr__(name: str) -> Any:
    # Lazy: a blocking program need not pay for importing asyncio, nor an async one for the other.
    if name in ("Client", "View"):
        from btsdk.client import blocking  # noqa: PLC0415

        return getattr(blocking, name)
    if name in ("AsyncClient", "AsyncView"):
        from btsdk.client import asyncio  # noqa: PLC0415

        return getattr(asyncio, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
