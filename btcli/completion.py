"""What a shell may complete after an option: names of keys, addresses, networks and chains.

All of it is read from this machine. A netuid is not completed: the chain knows the subnets, and a
connection, or the start of the local chain, would take longer than a Tab may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from btcli.context import Context, SharedOptions
from btcli.output import Output
from btsdk.errors import BtError

VARIABLE = "_BTCLI_COMPLETE"
"""Set by a shell that asks for completions instead of a command."""


def attach(params: Iterable[Any]) -> None:
    """Give the options whose values have names their completion."""
    for param in params:
        names = _NAMES.get(param.opts[0])
        if names is not None:
            # Click's own place for it, which Typer reaches only through each declaration.
            param._custom_shell_complete = _completing(names)


def _completing(
    names: Callable[[Context], Iterable[str]],
) -> Callable[[Any, Any, str], list[str]]:
    def complete(ctx: Any, param: Any, incomplete: str) -> list[str]:
        try:
            known = sorted(names(_context(ctx.params)))
        except (OSError, BtError):  # a shell has no place to show an error
            return []
        # Of a list with commas, the last name is being typed.
        done, comma, begun = incomplete.rpartition(",")
        return [done + comma + name for name in known if name.startswith(begun)]

    return complete


def _context(params: dict[str, Any]) -> Context:
    shared = SharedOptions(
        wallet_name=params.get("wallet_name"), wallet_path=params.get("wallet_path")
    )
    return Context(shared, Output())


def _wallets(context: Context) -> list[str]:
    """Names of folders: no key file is opened."""
    return [place.name for place in context.wallet_path.iterdir() if place.is_dir()]


def _accounts(context: Context) -> set[str]:
    """Names of wallets and of saved addresses."""
    names = set(_saved(context))
    return names | set(_wallets(context)) if context.wallet_path.is_dir() else names


def _saved(context: Context) -> Iterable[str]:
    """Names of saved addresses."""
    from btcli.accounts import address_book  # noqa: PLC0415  # for these options alone

    return address_book.load()


def _multisigs(context: Context) -> list[str]:
    from btcli.accounts import address_book  # noqa: PLC0415  # for these options alone

    return [name for name, saved in address_book.load().items() if saved.multisig is not None]


def _proxy_types(context: Context) -> Iterable[str]:
    from btsdk.reads.proxies import PROXY_TYPES  # noqa: PLC0415  # for these options alone

    return PROXY_TYPES


def _hotkeys(context: Context) -> list[str]:
    folder = context.wallet_path / str(context.setting("wallet_name")) / "hotkeys"
    names = (place.name for place in folder.iterdir() if place.is_file())
    return [name for name in names if not name.endswith("pub.txt") and not name.startswith(".")]


def _networks(context: Context) -> Iterable[str]:
    from btsdk.networks import NETWORKS  # noqa: PLC0415  # for these options alone

    return NETWORKS


def _chains(context: Context) -> list[str]:
    return ["dev", "fast", "local"]


_NAMES: dict[str, Callable[[Context], Iterable[str]]] = {
    "--wallet-name": _wallets,
    "--destination": _accounts,
    "--proxy": _accounts,
    "--ss58": _accounts,
    "--new-coldkey": _accounts,
    "--to": _accounts,
    "new_hotkey": _hotkeys,
    "--delegate": _accounts,
    "--real": _accounts,
    "--spawner": _accounts,
    "--signatories": _accounts,
    "--target-address": _accounts,
    "--multisig": _multisigs,
    "--proxy-type": _proxy_types,
    "--force-proxy-type": _proxy_types,
    "saved": _saved,  # the argument of `addr remove` and `addr rename`
    "--hotkey": _hotkeys,
    "--include-hotkeys": _hotkeys,
    "--exclude-hotkeys": _hotkeys,
    "--children": _hotkeys,
    "--child-hotkey-ss58": _hotkeys,
    "--destination-hotkey": _hotkeys,
    "--network": _networks,
    "--fork": _networks,
    "--chain": _chains,
}
"""By the first spelling of the option, or the name of the argument."""
