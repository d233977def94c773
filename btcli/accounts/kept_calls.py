"""Calls that are executed later, kept as files in the folder `calls` beside the config file.

The chain has only the hash of such a call. A file has the call itself; it can be passed on to the
others who approve or execute it (`--call-file`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from btcli import config
from btcli.accounts import older_names
from btcli.accounts.address_book import write_private
from btcli.context import Context
from btsdk.errors import DecodeError, IncompatibleItem, UsageError
from btsdk.hexadecimal import from_hex
from btsdk.keys.hashing import blake2_256

if TYPE_CHECKING:
    from btsdk.metadata import Metadata
    from btsdk.tx.operation import Announcement

_HASH_BYTES = 32
_LARGEST_FILE = 4 << 20


@dataclass(frozen=True)
class GivenCall:
    """A call by its hash; `data` are its bytes, None if only the hash is known here."""

    call_hash: bytes
    data: bytes | None

    @property
    def hexadecimal(self) -> str:
        """The hash as hex text."""
        return "0x" + self.call_hash.hex()

    def known(self) -> bytes:
        """The bytes of the call; raises `UsageError` if only the hash is known."""
        if self.data is None:
            raise UsageError(
                f"the call {self.hexadecimal} is not in {folder()}",
                hint="Give the call itself with --call-file or --call-hex; its author has it.",
            )
        return self.data


def folder() -> Path:
    """The folder of the kept calls."""
    return config.path().with_name("calls")


def keep(context: Context, announced: Announcement) -> Path:
    """Write the file of a call that is announced, or opened for approval; raises `ConfigError`."""
    chain = context.output.chain
    place = _place(announced.call_hash)
    document = {
        "call_hash": "0x" + announced.call_hash.hex(),
        "call_data": "0x" + announced.call.hex(),
        "account": announced.real,
        "network": chain.network if chain else None,
        "genesis_hash": chain.genesis_hash if chain else None,
    }
    write_private(place, document)
    return place


def of_hash(call_hash: bytes) -> bytes | None:
    """The bytes of a kept call, or of one that an older btcli announced."""
    place = _place(call_hash)
    if place.exists():
        return _read(place)[0]
    return next(
        (one for one in older_names.announced_calls() if blake2_256(one) == call_hash), None
    )


def given(
    context: Context, call_hash: str | None, call_hex: str | None, file: Path | None
) -> GivenCall:
    """The call of `--call-hash`, `--call-hex` or `--call-file`, of which one has to be given.

    A file of another chain is refused; so call this with a client open.
    """
    if [call_hash, call_hex, file].count(None) != 2:
        raise UsageError("give the call with one of --call-hash, --call-hex and --call-file")
    if call_hash is not None:
        digest = _bytes(call_hash, "the call hash")
        if len(digest) != _HASH_BYTES:
            raise UsageError("a call hash is 32 bytes in hex", hint="Give a call with --call-hex.")
        return GivenCall(digest, of_hash(digest))
    if call_hex is not None:
        data = _bytes(call_hex, "the call")
        return GivenCall(blake2_256(data), data)
    assert file is not None
    data, genesis = _read(file.expanduser())
    chain = context.output.chain
    if genesis is not None and chain is not None and genesis != chain.genesis_hash:
        raise UsageError(
            f"{file}: the call is for another chain, with genesis {genesis}",
            hint=f"This is {chain}. Choose the other one with --network.",
        )
    return GivenCall(blake2_256(data), data)


def in_words(metadata: Metadata, data: bytes | None) -> str | None:
    """The call with its arguments; None if it is not known, or not one of this chain."""
    from btsdk.tx.description import call_in_words  # noqa: PLC0415  # start-up

    if data is None:
        return None
    try:
        found = metadata.decode_call(data)
        return call_in_words(found.pallet, found.name, found.args, metadata)
    except (DecodeError, IncompatibleItem):
        return None


def _place(call_hash: bytes) -> Path:
    return folder() / f"0x{call_hash.hex()}.json"


def _read(place: Path) -> tuple[bytes, str | None]:
    """The call in a file, and the genesis hash of its chain. A file may be its hex text alone."""
    try:
        with place.open("rb") as opened:
            content = opened.read(_LARGEST_FILE).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{place}: cannot be read: {error}") from None
    if not content.lstrip().startswith("{"):
        return _bytes(content.strip(), f"{place}: the call"), None
    try:
        document: dict[str, Any] = json.loads(content)
        data = from_hex(document["call_data"])
        declared = document.get("call_hash")
    except (ValueError, LookupError) as error:
        raise UsageError(f"{place}: not the file of a call") from error
    if declared is not None and declared != "0x" + blake2_256(data).hex():
        raise UsageError(
            f"{place}: the call is not the one of its call_hash",
            hint="The file was changed. Ask for it again.",
        )
    return data, document.get("genesis_hash")


def _bytes(text: str, what: str) -> bytes:
    try:
        return from_hex(text)
    except ValueError:
        raise UsageError(f"{what} is not hex") from None
