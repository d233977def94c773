"""The account that a transaction acts for: the wallet's coldkey, the account of `--proxy`, or the
multisig of `--multisig`. With both options the multisig is the proxy of the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from btcli.context import Context
from btsdk.errors import UsageError

if TYPE_CHECKING:
    from btcli.accounts.address_book import SignerSet
    from btsdk.tx.operation import Operation


def check(context: Context) -> None:
    """Check the proxy options before anything is opened; raises `UsageError`."""
    choices = context.choices
    multisig(context)
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


def multisig(context: Context) -> tuple[str, SignerSet] | None:
    """The address and the signatories of the multisig of `--multisig`; None without the option."""
    named = context.choices.multisig
    if named is None:
        return None
    from btcli.accounts import address_book  # noqa: PLC0415  # start-up, as above

    return address_book.multisig(named)


def coldkey(context: Context) -> str:
    """The address of the coldkey whose TAO and stake a transaction moves."""
    account = real(context)
    if account is not None:
        return account
    chosen = multisig(context)
    return context.wallet.coldkeypub.ss58_address if chosen is None else chosen[0]


def wrapped(context: Context, operation: Operation) -> Operation:
    """The operation as a proxy's call or announcement, and as a call of a multisig, if `--proxy`
    and `--multisig` are given."""
    operation = _for_real(context, operation)
    chosen = multisig(context)
    if chosen is None:
        return operation
    from btsdk.ops import Multisig  # noqa: PLC0415  # start-up, as above

    _, signers = chosen
    return Multisig(operation, signers.signatories, signers.threshold)


def _for_real(context: Context, operation: Operation) -> Operation:
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
