"""Checks of the names of wallets and hotkeys, which become names of directories and files.

A name is refused only if it could leave the wallet directory, collide with another file, or not be
typed again; existing wallets have all kinds of names.
"""

from __future__ import annotations

from btsdk.errors import UsageError

_LONGEST = 200
PUBLIC_SUFFIX = "pub.txt"
COLDKEY = "coldkey"
HOTKEYS = "hotkeys"


def check_wallet_name(name: str) -> str:
    _check(name, "wallet")
    return name


def check_hotkey_name(name: str) -> str:
    _check(name, "hotkey")
    if name.endswith(PUBLIC_SUFFIX):
        raise UsageError(f"a hotkey cannot be named {name!r}: public files end that way")
    return name


def _check(name: str, kind: str) -> None:
    if not name or name != name.strip():
        raise UsageError(f"the name of a {kind} is not empty and has no spaces around it")
    if name.startswith("."):
        raise UsageError(f"the name of a {kind} must not begin with a dot: {name!r}")
    if any(character in "/\\" or not character.isprintable() for character in name):
        raise UsageError(f"the name of a {kind} has no slashes or control characters: {name!r}")
    if len(name.encode()) > _LONGEST:
        raise UsageError(f"the name of a {kind} has at most {_LONGEST} bytes")
