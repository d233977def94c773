"""Saved addresses as commands show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, TypedDict, cast

from typer import Argument

from btcli.accounts.address_book import SavedAddress
from btcli.render.blocks import Table

NameArgument = Annotated[str, Argument(metavar="NAME", help="Name of a saved address.")]


class SavedProxyDocument(TypedDict):
    """What is known of an account that a proxy acts for."""

    proxy_type: str
    spawner: Annotated[str | None, "the account that made or owns it"]
    delay: Annotated[int, "in blocks"]
    index: Annotated[int | None, "this and the fields below name the creation of a pure proxy"]
    height: Annotated[int | None, "a block number"]
    ext_index: int | None


class SignerSetDocument(TypedDict):
    """The signatories of a multisig."""

    threshold: int
    signatories: list[str]


class SavedAddressDocument(TypedDict):
    """A saved address."""

    name: str
    ss58: str
    note: str
    proxy: SavedProxyDocument | None
    multisig: SignerSetDocument | None
    file: str


class SavedAddressData(TypedDict):
    """The result of a command that saves or removes an address."""

    address: SavedAddressDocument


def document(entry: SavedAddress) -> SavedAddressDocument:
    """A saved address for JSON."""
    sets = entry.multisig
    return {
        "name": entry.name,
        "ss58": entry.address,
        "note": entry.note,
        "proxy": cast("SavedProxyDocument", asdict(entry.proxy)) if entry.proxy else None,
        "multisig": {"threshold": sets.threshold, "signatories": list(sets.signatories)}
        if sets
        else None,
        "file": str(entry.file),
    }


_NONE = "No addresses are saved. Save one: `btcli addr add NAME ADDRESS`."


def table(entries: Sequence[SavedAddress], empty: str = _NONE) -> Table:
    """A row for each saved address."""
    return Table(
        ("name", "address", "kind", "note"),
        [(entry.name, entry.address, kind(entry), entry.note) for entry in entries],
        spare=("kind", "note"),
        empty=empty,
    )


def kind(entry: SavedAddress) -> str:
    """What sort of account it is: `multisig 2 of 3`, `proxy Any`, or nothing in particular."""
    if entry.multisig is not None:
        return f"multisig {entry.multisig.threshold} of {len(entry.multisig.signatories)}"
    if entry.proxy is None:
        return ""
    pure = "" if entry.proxy.height is None else "pure "
    return f"{pure}proxy {entry.proxy.proxy_type}"
