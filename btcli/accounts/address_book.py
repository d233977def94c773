"""The address book: names for addresses, in the file `addresses.json` beside the config file.

A saved address may be one that others act for: a pure proxy, with what its removal has to name, or
a multisig, with its signatories. Names that an older btcli saved are read as well.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from btcli import config
from btcli.accounts import older_names
from btcli.config import ConfigError
from btsdk.atomic_file import replacing
from btsdk.errors import AddressError, UsageError
from btsdk.keys import ss58

FILE_NAME = "addresses.json"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
"""No commas and spaces, which separate lists; no text that could be a mistyped address."""
_HINT = "Fix or delete the file; `btcli addr add` writes a new one."


@dataclass(frozen=True)
class SavedProxy:
    """What is known of an account that a proxy acts for.

    `spawner` made it, if it is a pure proxy, or owns it. The last three say where a pure proxy was
    created; they are None if that is not known.
    """

    proxy_type: str
    spawner: str | None = None
    delay: int = 0
    index: int | None = None
    height: int | None = None
    ext_index: int | None = None


@dataclass(frozen=True)
class SignerSet:
    """The signatories of a multisig, and how many of them have to approve a call."""

    threshold: int
    signatories: tuple[str, ...]


@dataclass(frozen=True)
class SavedAddress:
    """A named address. `file` is where it is saved."""

    name: str
    address: str
    note: str = ""
    proxy: SavedProxy | None = None
    multisig: SignerSet | None = None
    file: Path | None = None


def path() -> Path:
    """The path of the address book."""
    return config.path().with_name(FILE_NAME)


def load() -> dict[str, SavedAddress]:
    """All saved addresses by name, those of an older btcli included; ours come first."""
    found = _own()
    for row in older_names.read():
        if row.name not in found and ss58.is_valid(row.address):
            proxy = SavedProxy(row.proxy_type, row.spawner, row.delay) if row.proxy_type else None
            found[row.name] = SavedAddress(
                row.name, row.address, row.note, proxy, file=older_names.path()
            )
    return found


def find(name: str) -> SavedAddress | None:
    """The saved address of this name."""
    return load().get(name)


def existing(name: str) -> SavedAddress:
    """The saved address of this name; raises `UsageError`."""
    saved = find(name)
    if saved is None:
        raise UsageError("no address is saved under this name", hint=_LISTED)
    return saved


def multisig(name: str) -> tuple[str, SignerSet]:
    """The address and the signatories of a saved multisig; raises `UsageError`."""
    saved = existing(name)
    if saved.multisig is None:
        raise UsageError(
            f"{name} is saved, but not as a multisig",
            hint="`btcli multisig save` saves one with its signatories.",
        )
    return saved.address, saved.multisig


def check_name(name: str) -> str:
    """The name, if an address can be saved under it; raises `UsageError`, which does not repeat
    it: it may be a secret that was typed in the wrong place."""
    if not _NAME.fullmatch(name):
        raise UsageError(
            "the name of an address has up to 40 letters, digits, dots, hyphens and underscores",
            hint="It begins with a letter or a digit: `btcli addr add treasury 5F…`.",
        )
    return name


def save(entry: SavedAddress, *, overwrite: bool = False) -> None:
    """Add an address; raises `UsageError` if the name is taken by another one."""
    found = _own()
    known = found.get(check_name(entry.name))
    if known is not None and known.address != entry.address and not overwrite:
        raise UsageError(
            f"{entry.name} is saved already, for {known.address}",
            hint="Choose another name, or replace it with --overwrite.",
        )
    _write({**found, entry.name: entry})


def remove(*names: str) -> None:
    """Remove addresses; raises `UsageError` if one is not saved here, and removes none."""
    found = _own()
    for name in names:
        _ours(found, name)
        del found[name]
    if names:
        _write(found)


def rename(name: str, new_name: str) -> SavedAddress:
    """Rename an address, and return it; raises `UsageError`."""
    found = _own()
    renamed = replace(_ours(found, name), name=check_name(new_name))
    if new_name in found:
        raise UsageError(f"{new_name} is saved already, for {found[new_name].address}")
    del found[name]
    _write({**found, new_name: renamed})
    return renamed


def _ours(found: dict[str, SavedAddress], name: str) -> SavedAddress:
    """An address of our own file, which is the only one that is written."""
    if name in found:
        return found[name]
    saved = existing(name)
    raise UsageError(
        f"{name} is saved by an older btcli, in {saved.file}",
        hint="That file is only read. Save the name here to change it: `btcli addr add`.",
    )


def _own() -> dict[str, SavedAddress]:
    place = path()
    try:
        entries = json.loads(place.read_text())["addresses"]
        return {name: _entry(name, fields, place) for name, fields in entries.items()}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigError(f"{place}: cannot be read: {error.strerror}") from error
    except AddressError as error:
        raise ConfigError(f"{place}: {error.message}", hint=_HINT) from error
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise ConfigError(f"{place}: not an address book", hint=_HINT) from error


def _entry(name: str, fields: dict[str, Any], place: Path) -> SavedAddress:
    ss58.decode(fields["address"])
    proxy, multisig = fields.get("proxy"), fields.get("multisig")
    return SavedAddress(
        name,
        fields["address"],
        str(fields.get("note", "")),
        None if proxy is None else SavedProxy(**proxy),
        None if multisig is None else _set_of(multisig),
        place,
    )


def _set_of(fields: dict[str, Any]) -> SignerSet:
    for address in fields["signatories"]:
        ss58.decode(address)
    return SignerSet(int(fields["threshold"]), tuple(fields["signatories"]))


def _write(entries: dict[str, SavedAddress]) -> None:
    place = path()
    document = {"addresses": {name: _fields(entries[name]) for name in sorted(entries)}}
    write_private(place, document)


def write_private(place: Path, document: dict[str, Any]) -> None:
    """Write a JSON file that only its owner can read, whole or not at all; raises `ConfigError`."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with replacing(place, flush=True) as file:
            file.write((json.dumps(document, indent=2) + "\n").encode())
    except OSError as error:
        raise ConfigError(f"{place}: cannot be written: {error.strerror}") from error


def _fields(entry: SavedAddress) -> dict[str, Any]:
    return {name: one for name, one in asdict(entry).items() if name not in ("name", "file")}


_LISTED = "`btcli addr list` shows the saved addresses."
