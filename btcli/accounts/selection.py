"""Accounts from the command line: destinations, hotkeys and addresses.

A valid ss58 address is an address; anything else is the name of a local wallet or hotkey, or that
of a saved address. The address of a name is printed. A name with two meanings is refused.
"""

from __future__ import annotations

from collections.abc import Iterable

from btcli.accounts import address_book
from btcli.context import Context
from btsdk.errors import AddressError, KeyFileMissing, UsageError
from btsdk.keys import Crypto, PublicKey, ss58
from btsdk.keys.hashing import blake2_256
from btsdk.wallet import Wallet, list_wallets

_LONG = 40
"""A longer text is taken for a mistyped address, a shorter one for a name."""


def account(context: Context, named: str) -> str:
    """The address: given in ss58, that of a wallet's coldkey, or a saved one."""
    if ss58.is_valid(named):
        return named
    found = _only_meaning(named, "a wallet", _coldkey_of(context, named))
    if found is None:
        _explain(named, f"nor a wallet in {context.wallet_path}, nor a saved address")
        raise AssertionError  # `_explain` raises
    context.output.say_once(f"{named} is {found}")
    return found


def _coldkey_of(context: Context, name: str) -> str | None:
    """The coldkey address of a wallet; None if there is no such wallet."""
    try:
        return Wallet(name, path=context.wallet_path).coldkeypub.ss58_address
    except (KeyFileMissing, UsageError):
        return None


def _only_meaning(name: str, kind: str, local: str | None) -> str | None:
    """The address of a key with this name, or the saved one; None if there is neither."""
    saved = address_book.find(name)
    if saved is None:
        return local
    if local not in (None, saved.address):
        raise AddressError(
            name,
            f"it is the name of {kind} and of a saved address",
            hint=f"Rename the saved address, {saved.address}: `btcli addr rename {name} NEW_NAME`.",
        )
    return saved.address


def coldkey(context: Context, named: str | None = None) -> str:
    """The coldkey address to read: the named one, or that of the wallet."""
    if named is not None:
        return account(context, named)
    return context.wallet.coldkeypub.ss58_address


Owner = tuple["str | None", str]
"""The name of a local wallet, or None, and the address of the coldkey."""


def coldkeys(context: Context, named: str | None) -> list[Owner]:
    """The coldkey addresses to read, each with the name of its wallet if it was given by name."""
    if named is None:
        return [(context.wallet.name, coldkey(context))]
    found = [
        (None if ss58.is_valid(one) else one, account(context, one)) for one in listed([named])
    ]
    return list(dict.fromkeys(found))


def listed(texts: Iterable[str]) -> list[str]:
    """The items of lists that are separated by commas or spaces."""
    return [word for text in texts for word in text.replace(",", " ").split()]


def all_coldkeys(context: Context) -> list[Owner]:
    """Every local wallet that has a coldkey. Two wallets may have the same coldkey."""
    found = list_wallets(context.wallet_path)
    keys = [(wallet.name, wallet.coldkey.public) for wallet in found]
    return [(name, key.ss58_address) for name, key in keys if key is not None]


def hotkey(context: Context, named: str | None = None) -> str:
    """The address of a hotkey: given in ss58, that of a hotkey of the wallet, or a saved one."""
    chosen = named or str(context.setting("hotkey"))
    if ss58.is_valid(chosen):
        return chosen
    if len(chosen) > _LONG:
        _explain(chosen, "nor a hotkey of the wallet")
    try:
        local = Wallet(context.wallet.name, chosen, context.wallet_path).hotkeypub.ss58_address
    except KeyFileMissing:
        saved = address_book.find(chosen)
        if saved is None:
            raise
        context.output.say_once(f"{chosen} is {saved.address}")
        return saved.address
    return _only_meaning(chosen, "a hotkey", local) or local


def public_key(
    context: Context, named: str | None, hexadecimal: str | None, crypto: Crypto = "sr25519"
) -> PublicKey:
    """A public key from an address, a name or hex; exactly one of both has to be given."""
    if (named is None) == (hexadecimal is None):
        raise UsageError("give either an address (--ss58) or a public key in hex, not both")
    if hexadecimal is None:
        return PublicKey(ss58.decode(account(context, named or "")), crypto)
    key = hex_bytes(hexadecimal, "the public key")
    if crypto == "ecdsa" and len(key) == 33:
        return PublicKey(blake2_256(key), crypto)  # the account id of a compressed ECDSA key
    if len(key) != 32:
        raise UsageError(f"a public key has 32 bytes, not {len(key)}")
    return PublicKey(key, crypto)


def hex_bytes(text: str, what: str) -> bytes:
    """Bytes from hex, with or without `0x`; raises `UsageError`."""
    try:
        return bytes.fromhex(text.removeprefix("0x"))
    except ValueError:
        raise UsageError(f"{what} is not hex") from None


def _explain(named: str, otherwise: str) -> None:
    """Raise `AddressError`: with the reason for a mistyped address, otherwise for a name."""
    try:
        ss58.decode(named)
    except AddressError as error:
        looks_like_one = len(named) > _LONG
        reason = error.reason if looks_like_one else f"it is neither an ss58 address {otherwise}"
        hint = error.hint if looks_like_one else _NAMES
        raise AddressError(named, reason, hint=hint) from None


_NAMES = "`btcli wallet list` and `btcli addr list` show the names here."
