"""The proxies of one account: read, and shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from btcli.accounts import kept_calls
from btcli.render.blocks import Line, Table
from btcli.render.transactions import with_names
from btsdk.units import Tao

if TYPE_CHECKING:
    from btcli.terminal.block import Block
    from btsdk.client import View
    from btsdk.reads.proxies import ProxyEntry


class ProxyDocument(TypedDict):
    """The right of a delegate to act for an account."""

    delegate: str
    real: str
    proxy_type: str
    delay: Annotated[int, "in blocks, after an announcement"]


class AnnouncedDocument(TypedDict):
    """An announced call."""

    delegate: str
    real: str
    call_hash: str
    height: Annotated[int, "the block of the announcement"]
    due: Annotated[int | None, "the first block that can execute it; null if it is not known"]
    call: Annotated[str | None, "null if only the hash is known here"]


class _ProxiesFields(TypedDict):
    ss58: str
    block: int
    deposit_tao: Annotated[str, "held for the proxies"]
    proxies: list[ProxyDocument]
    announcements: Annotated[list[AnnouncedDocument], "for the account, and by it"]


class ProxiesData(_ProxiesFields, total=False):
    """The result of `proxy list`."""

    acts_for: Annotated[list[ProxyDocument], "only with `--acts-for`"]


@dataclass(frozen=True)
class Right:
    """The right of `delegate` to act for `real`."""

    delegate: str
    real: str
    proxy_type: str
    delay: int


@dataclass(frozen=True)
class AnnouncedCall:
    """A call that `delegate` announced for `real`."""

    delegate: str
    real: str
    call_hash: str
    height: int
    due: int | None
    call: str | None


@dataclass(frozen=True)
class AccountProxies:
    """The proxies of one account at one block."""

    account: str
    block: int
    deposit: Tao
    rights: tuple[Right, ...]
    announced: tuple[AnnouncedCall, ...]
    acts_for: tuple[Right, ...] | None


def read(view: View, account: str, acts_for: bool) -> AccountProxies:
    """Read the proxies of an account, and their announcements."""
    held = view.proxies(account)
    others = None
    if acts_for:
        others = tuple(
            right
            for real, found in view.all_proxies().items()
            for right in _rights(real, found.proxies)
            if right.delegate == account
        )
    return AccountProxies(
        account,
        view.number,
        held.deposit,
        tuple(_rights(account, held.proxies)),
        tuple(_announced(view, account, held.proxies)),
        others,
    )


def _rights(real: str, entries: tuple[ProxyEntry, ...]) -> Iterator[Right]:
    return (Right(one.delegate, real, one.proxy_type, one.delay) for one in entries)


def _announced(
    view: View, account: str, entries: tuple[ProxyEntry, ...]
) -> Iterator[AnnouncedCall]:
    """What was announced for the account, then what it announced itself."""
    for delegate in dict.fromkeys((*(one.delegate for one in entries), account)):
        for one in view.announcements(delegate).announcements:
            if account not in (one.real, delegate):
                continue
            granted = entries if one.real == account else view.proxies(one.real).proxies
            delays = [entry.delay for entry in granted if entry.delegate == delegate]
            yield AnnouncedCall(
                delegate,
                one.real,
                "0x" + one.call_hash.hex(),
                one.height,
                one.height + min(delays) if delays else None,
                kept_calls.in_words(view.metadata, kept_calls.of_hash(one.call_hash)),
            )


def document(found: AccountProxies) -> dict[str, Any]:
    """The proxies for JSON."""
    data: dict[str, Any] = {
        "ss58": found.account,
        "block": found.block,
        "deposit_tao": found.deposit.decimal(),
        "proxies": [asdict(right) for right in found.rights],
        "announcements": [asdict(call) for call in found.announced],
    }
    if found.acts_for is not None:
        data["acts_for"] = [asdict(right) for right in found.acts_for]
    return data


def tables(found: AccountProxies, names: Mapping[str, str]) -> tuple[Block, ...]:
    """The tables of `proxy list`; announcements only if there are any."""
    account = with_names(found.account, names)
    rights = [
        (with_names(one.delegate, names), one.proxy_type, _blocks(one.delay))
        for one in found.rights
    ]
    blocks: list[Block] = [
        Table(
            ("delegate", "type", "delay"),
            rights,
            title=f"Proxies of {account}",
            right=frozenset({"delay"}),
            empty=f"{account} has no proxies.",
        )
    ]
    if found.rights:
        blocks.append(Line(f"Deposit: {found.deposit:,}"))
    if found.announced:
        blocks.append(_announced_table(found, names))
    if found.acts_for is not None:
        rows = [
            (with_names(one.real, names), one.proxy_type, _blocks(one.delay))
            for one in found.acts_for
        ]
        title, empty = f"{account} may act for", f"{account} may act for no other account."
        columns, right = ("account", "type", "delay"), frozenset({"delay"})
        blocks.append(Table(columns, rows, title=title, right=right, empty=empty))
    return tuple(blocks)


def _announced_table(found: AccountProxies, names: Mapping[str, str]) -> Table:
    rows = [
        (
            one.call_hash,
            with_names(one.delegate, names),
            with_names(one.real, names),
            str(one.height),
            "?" if one.due is None else str(one.due),
            one.call or "unknown here",
        )
        for one in found.announced
    ]
    return Table(
        ("call hash", "delegate", "for", "announced", "from block", "call"),
        rows,
        title="Announced calls",
        right=frozenset({"announced", "from block"}),
        spare=("announced", "call"),
    )


def _blocks(delay: int) -> str:
    return f"{delay:,} block{'' if delay == 1 else 's'}" if delay else "none"
