"""The script of a runtime diff, read from TOML.

sudo = "//Alice"                  # becomes the sudo key of both chains, if given

[[accounts]]
secret = "//Bob"
balance = "1000"                  # TAO, on both chains, before anything else

[[steps]]
signer = "//Alice"                # a secret
call = "Balances.transfer_keep_alive"
args = { dest = { Id = "//Bob" }, value = 1000000000 }

Values stand for themselves, but a secret (`//Bob`) or an address for its 32 bytes, `0x…` for
bytes, a table of one capitalised name (`{ Id = … }`) for a variant, and a table of `call` and
`args` for a call inside the call.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from btsdk.errors import BtError, UsageError
from btsdk.hexadecimal import from_hex
from btsdk.keys import Keypair, ss58
from btsdk.units import Tao

_CALL = frozenset({"call", "args"})


@dataclass(frozen=True)
class ScriptStep:
    """One extrinsic: the secret of its signer, and its call by names."""

    signer: str
    pallet: str
    name: str
    args: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.pallet}.{self.name} by {self.signer}"


@dataclass(frozen=True)
class Script:
    """The steps for both chains. `balances` are rao by secret."""

    sudo: str | None
    balances: dict[str, int]
    steps: tuple[ScriptStep, ...]


def read_script(path: Path) -> Script:
    """The script in a file; raises `UsageError`, naming it."""
    try:
        return parse_script(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text file"
        raise UsageError(f"{path} cannot be read: {reason}") from error


def parse_script(text: str, source: str = "the script") -> Script:
    """The script in a TOML text; raises `UsageError`."""
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415  # only for those who compare
    else:
        import tomli as tomllib  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{source} is not TOML: {error}") from error
    try:
        accounts = document.get("accounts", [])
        return Script(
            document.get("sudo"),
            {each["secret"]: Tao.parse(each["balance"]).rao for each in accounts},
            tuple(_step(each) for each in document["steps"]),
        )
    except KeyError as error:
        raise UsageError(f"{source}: {error.args[0]} is missing") from error
    except (BtError, TypeError, AttributeError) as error:
        raise UsageError(f"{source}: {error}") from error


def _step(table: dict[str, Any]) -> ScriptStep:
    pallet, name = _named(table["call"])
    args = {key: value_of(value) for key, value in table.get("args", {}).items()}
    return ScriptStep(table["signer"], pallet, name, args)


def value_of(value: Any) -> Any:
    """A TOML value as the codec takes it."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return [value_of(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "call" in value and _CALL.issuperset(value):
        pallet, name = _named(value["call"])
        inner = {key: value_of(item) for key, item in value.get("args", {}).items()}
        return pallet, (name, inner) if inner else name
    if len(value) == 1:
        [(name, inner_value)] = value.items()
        if name[:1].isupper():
            return name, value_of(inner_value)
    return {key: value_of(item) for key, item in value.items()}


def _text(text: str) -> str | bytes:
    if text.startswith("//"):
        return Keypair.from_uri(text).public_key
    if text.startswith("0x"):
        return from_hex(text)
    return ss58.decode(text) if ss58.is_valid(text) else text


def _named(call: str) -> tuple[str, str]:
    pallet, dot, name = call.partition(".")
    if not dot:
        raise UsageError(f"{call!r} is not a call: write it as Pallet.name")
    return pallet, name
