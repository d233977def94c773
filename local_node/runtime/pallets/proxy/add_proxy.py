"""`Proxy.add_proxy`, `Proxy.remove_proxy` and `Proxy.remove_proxies`."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame import Context, Origin, ensure_signed, lookup
from local_node.runtime.pallets.proxy import definitions
from local_node.runtime.pallets.proxy.definitions import define


def add_proxy(
    ctx: Context, origin: Origin, delegate: tuple[str, Any], proxy_type: str, delay: int
) -> None:
    """Let `delegate` act for the signer, `delay` blocks after an announcement."""
    who = ensure_signed(origin)
    definitions.add(ctx, who, define(lookup(delegate), proxy_type, delay))


def remove_proxy(
    ctx: Context, origin: Origin, delegate: tuple[str, Any], proxy_type: str, delay: int
) -> None:
    """Remove a proxy with exactly these arguments."""
    who = ensure_signed(origin)
    definitions.remove(ctx, who, define(lookup(delegate), proxy_type, delay))


def remove_proxies(ctx: Context, origin: Origin) -> None:
    """Remove all proxies; a pure account is lost with its last proxy."""
    definitions.remove_all(ctx, ensure_signed(origin))
