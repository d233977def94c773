"""Pure proxies: what `proxy create` saves and shows, and what `proxy kill` has to name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from btcli.accounts import address_book, known_names, selection
from btcli.accounts.address_book import SavedAddress, SavedProxy
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Facts
from btsdk.errors import UsageError
from btsdk.ops import KillPureProxy, PureProxy

if TYPE_CHECKING:
    from btcli.transaction import Outcome


class PureProxyData(TransactionData):
    """The result of `proxy create`."""

    address: Annotated[str | None, "of the new account; null if it was not waited for"]
    spawner: Annotated[str | None, "this and the fields below are what `proxy kill` has to name"]
    proxy_type: str
    index: int
    height: Annotated[int | None, "a block number"]
    ext_index: int | None
    saved_as: str | None


def check_new_name(context: Context, name: str) -> None:
    """Raise `UsageError` unless an address can be saved under this name."""
    known_names.check_free(context, address_book.check_name(name))
    saved = address_book.find(name)
    if saved is not None:
        raise UsageError(f"{name} is saved already, for {saved.address}")


def created(context: Context, outcome: Outcome, delay: int, save: str | None) -> Result | None:
    """The result with the new account, which is saved under a name if one is given; None if there
    is no account yet."""
    found = () if outcome.done is None else PureProxy.created(outcome.done)
    if not found:
        return None
    account = found[0]
    if save is not None:
        facts = SavedProxy(
            account.proxy_type,
            account.spawner,
            delay,
            account.index,
            account.height,
            account.ext_index,
        )
        address_book.save(SavedAddress(save, account.address, "", facts))
        context.output.say(f"Saved {account.address} as {save} in {address_book.path()}.")
    return outcome.result(
        _facts(account),
        address=account.address,
        spawner=account.spawner,
        proxy_type=account.proxy_type,
        index=account.index,
        height=account.height,
        ext_index=account.ext_index,
        saved_as=save,
    )


def _facts(account: PureProxy) -> Facts:
    rows = [
        ("address", account.address),
        ("spawner", account.spawner),
        ("type", account.proxy_type),
        ("index", str(account.index)),
        ("height", str(account.height)),
        ("ext index", str(account.ext_index)),
    ]
    return Facts(rows, title="The new account; keep these facts, its removal needs them")


def removal(
    context: Context,
    height: int | None,
    ext_index: int | None,
    spawner: str | None,
    proxy_type: str | None,
    index: int | None,
) -> KillPureProxy:
    """The removal of the account that these facts name; what is not given is that of the account
    that `--proxy` names, if it is saved."""
    saved = _saved(context)
    height = saved.height if height is None else height
    ext_index = saved.ext_index if ext_index is None else ext_index
    if height is None or ext_index is None:
        raise UsageError(
            "give --height and --ext-index: the block and the extrinsic that created the account",
            hint="`proxy create` printed them. A saved account is named with --proxy alone.",
        )
    return KillPureProxy(
        _spawner(context, spawner, saved),
        proxy_type or saved.proxy_type,
        (saved.index or 0) if index is None else index,
        height,
        ext_index,
    )


def _saved(context: Context) -> SavedProxy:
    """What is saved of the account that `--proxy` names."""
    named = context.choices.proxy
    found = None if named is None else address_book.find(named)
    return (found.proxy if found else None) or SavedProxy("Any")


def _spawner(context: Context, named: str | None, saved: SavedProxy) -> str:
    if named is not None:
        return selection.account(context, named)
    return saved.spawner or context.wallet.coldkeypub.ss58_address
