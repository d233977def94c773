"""The account that a transaction acts for: the wallet's coldkey, or the account of `--proxy`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from btcli.context import Context
from btsdk.errors import UsageError

if TYPE_CHECKING:
    from btsdk.tx.operation import Operation


def check(context: Context) -> None:
    """Check the proxy options before anything is opened; raises `UsageError`."""
    choices = context.choices
    if choices.proxy is not None:
        real(context)
        _check_type(choices.force_proxy_type)
        if choices.announce_only and choices.force_proxy_type is not None:
            raise UsageError("--force-proxy-type has no effect with --announce-only")
    elif choices.announce_only or choices.force_proxy_type is not None:
        given = "--announce-only" if choices.announce_only else "--force-proxy-type"
        raise UsageError(
            f"{given} requires --proxy",
            hint="--proxy names the account to act for.",
        )


def real(context: Context) -> str | None:
    """The address of the account of `--proxy`; None without the option."""
    named = context.choices.proxy
    if named is None:
        return None
    from btcli.accounts import selection  # noqa: PLC0415  # start-up: few commands act for others

    return selection.account(context, named)


def coldkey(context: Context) -> str:
    """The address of the coldkey whose TAO and stake a transaction moves."""
    return real(context) or context.wallet.coldkeypub.ss58_address


def wrapped(context: Context, operation: Operation) -> Operation:
    """The operation wrapped in a proxy call or an announcement, if `--proxy` is given."""
    account = real(context)
    if account is None:
        return operation
    from btsdk.ops import Announced, Proxied  # noqa: PLC0415  # start-up, as above

    if context.choices.announce_only:
        return Announced(operation, account)
    return Proxied(operation, account, context.choices.force_proxy_type)


def _check_type(name: str | None) -> None:
    if name is None:
        return
    from btsdk.reads.proxies import PROXY_TYPES  # noqa: PLC0415  # start-up, as above

    if name not in PROXY_TYPES:
        raise UsageError(f"unknown proxy type {name!r}", hint=f"One of: {', '.join(PROXY_TYPES)}.")
