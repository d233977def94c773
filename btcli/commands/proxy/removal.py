"""Which proxies `proxy remove` removes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from btcli.accounts import proxy_account
from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.ops import RemoveProxy

if TYPE_CHECKING:
    from btsdk.client import Client


def check(
    delegate: str | None, everything: bool, proxy_type: str | None, delay: int | None
) -> None:
    """Raise `UsageError` unless the options say either which one, or all."""
    if everything == (delegate is not None):
        raise UsageError("give either --delegate or --all")
    if everything and (proxy_type, delay) != (None, None):
        raise UsageError("--all removes proxies of every type and delay")


def only_entry(
    context: Context, client: Client, delegate: str, proxy_type: str | None, delay: int | None
) -> RemoveProxy:
    """The removal of the one entry that is meant; raises `UsageError` if there are several."""
    held = client.head().proxies(proxy_account.coldkey(context)).proxies
    found = [
        one
        for one in held
        if one.delegate == delegate
        and proxy_type in (None, one.proxy_type)
        and delay in (None, one.delay)
    ]
    if len(found) > 1:
        listed = ", ".join(f"{one.proxy_type} with a delay of {one.delay}" for one in found)
        raise UsageError(
            f"{delegate} is a proxy in several ways: {listed}",
            hint="Choose one with --proxy-type and --delay.",
        )
    if found:
        proxy_type, delay = found[0].proxy_type, found[0].delay
    # Without an entry, the preview shows that the chain refuses it.
    return RemoveProxy(delegate, proxy_type or "Any", delay or 0)  # type: ignore[arg-type]
