"""Passwords that are stored in the system keyring after they have opened their key."""

from __future__ import annotations

from btcli.accounts import key_warnings
from btcli.commands.wallet.key_creation import stored_key
from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.wallet.passwords import PasswordSource, Source
from btsdk.wallet.stored import StoredKey
from btsdk.wallet.system_keyring import FromKeyring


def unlocked(context: Context, *, use_hotkey: bool, needed: bool) -> tuple[StoredKey, Keypair]:
    """A key, opened with its password. Raises `UsageError` if it has none, and one is needed."""
    stored = stored_key(context, "hotkey" if use_hotkey else "coldkey")
    if needed and not stored.encrypted:
        raise UsageError(f"{stored.private} is not encrypted, so there is no password to store")
    key_warnings.of_modes(context, stored)
    return stored, stored.unlock(context.passwords)


def store(context: Context, stored: StoredKey) -> None:
    """Store the password that has opened the key."""
    source = context.passwords
    assert isinstance(source, Source)
    FromKeyring().store(stored.private, source.written(stored.private))


def follow(context: Context, stored: StoredKey, new: PasswordSource | None) -> None:
    """After a change of the password: store the new one in place of the old one, where commands
    read the keyring. `new` is None for a key without a password."""
    if not context.setting("keyring"):
        return
    keyring = FromKeyring()
    if keyring.forget(stored.private) and isinstance(new, Source):
        keyring.store(stored.private, new.written(stored.private))


def hint(context: Context) -> str:
    """How commands read the keyring."""
    if context.setting("keyring"):
        return "It is in the system keyring, which commands read."
    return (
        "It is in the system keyring. Commands read it with --keyring, or always after "
        "`btcli config set --keyring`."
    )
