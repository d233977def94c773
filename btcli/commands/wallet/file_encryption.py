"""The encryption of a key file that exists: with a password, without one, with another one."""

from __future__ import annotations

from btcli.accounts import key_warnings
from btcli.commands.wallet import remembered
from btcli.commands.wallet.key_creation import KeyFile, Kind, result, stored_key
from btcli.context import Context
from btcli.output import Result
from btsdk.errors import UsageError
from btsdk.wallet.passwords import PasswordSource


def encrypt(context: Context, new_password_file: str | None, *, use_hotkey: bool) -> Result:
    """Encrypt an unencrypted key file with a new password."""
    stored = stored_key(context, _kind(use_hotkey))
    if stored.encrypted:
        raise UsageError(
            f"{stored.private} is encrypted already",
            hint="`btcli wallet change-password` changes its password.",
        )
    # Without a file, the sources of every command: --password-file, the environment, a prompt.
    file = new_password_file
    new = context.passwords if file is None else context.new_password(file)
    return rewrite(context, new, use_hotkey=use_hotkey)


def decrypt(context: Context, *, use_hotkey: bool) -> Result:
    """Write an encrypted key file without a password, after a confirmation."""
    stored = stored_key(context, _kind(use_hotkey))
    if not stored.encrypted:
        raise UsageError(f"{stored.private} is not encrypted")
    return rewrite(context, None, use_hotkey=use_hotkey)


def rewrite(context: Context, new: PasswordSource | None, *, use_hotkey: bool) -> Result:
    """Write the key file with a new password, or unencrypted after a confirmation."""
    kind = _kind(use_hotkey)
    stored = stored_key(context, kind)
    if new is None:
        context.confirm(f"Store the key in {stored.private} unencrypted?")
    key_warnings.of_modes(context, stored)
    key = stored.change_password(context.passwords, new)
    remembered.follow(context, stored, new)
    name = context.wallet.hotkey_name if use_hotkey else context.wallet.name
    made = KeyFile(
        kind,
        context.wallet.name,
        name,
        key.ss58_address,
        stored.private,
        encrypted=new is not None,
        created=False,
        crypto=key.crypto,
    )
    return result(context, made)


def _kind(use_hotkey: bool) -> Kind:
    return "hotkey" if use_hotkey else "coldkey"
