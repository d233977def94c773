"""Messages that are encrypted to a key, and decrypted with it."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli.accounts import key_warnings, selection
from btcli.commands.wallet.key_creation import stored_key
from btcli.commands.wallet.messages import message_bytes
from btcli.context import Context
from btcli.documents import KeysData
from btcli.output import Result
from btcli.render.blocks import Facts
from btsdk.errors import UsageError
from btsdk.keys import PublicKey, ss58
from btsdk.keys.sealed_messages import open_message, seal_message
from btsdk.wallet import Wallet, list_wallets

RecipientOption = Annotated[
    str | None,
    Option(
        "--to", "--to-ss58", "--recipient", "-t", metavar="NAME|SS58",
        help="Encrypt a message to this key: an address or a wallet name.",
    ),
]  # fmt: skip
MessageOption = Annotated[str | None, Option("--message", "-m", help="Message to encrypt.")]
CiphertextOption = Annotated[
    str | None, Option("--ciphertext", "-c", metavar="HEX", help="Encrypted message, in hex.")
]


class EncryptedData(KeysData):
    """The result of `wallet encrypt`. `keys` is empty for a message."""

    recipient: Annotated[str | None, "null for a key file"]
    ciphertext_hex: Annotated[str | None, "null for a key file"]


class DecryptedData(KeysData):
    """The result of `wallet decrypt`. `keys` is empty for a message."""

    recipient: Annotated[str | None, "null for a key file"]
    plaintext: Annotated[str | None, "null for a key file, or if it is no UTF-8"]
    plaintext_hex: Annotated[str | None, "null for a key file"]


def encrypted(context: Context, recipient: str, message: str, *, use_hotkey: bool) -> Result:
    """A message, encrypted to an address, or to a key of a local wallet."""
    key = _recipient(context, recipient, use_hotkey=use_hotkey)
    if key.crypto != "ed25519":
        raise UsageError(
            f"{key.ss58_address} is an {key.crypto} key, which cannot read messages",
            hint="Messages can be encrypted to ed25519 keys only.",
        )
    ciphertext = seal_message(message_bytes(message), key.public_key).hex()
    data = {"keys": (), "recipient": key.ss58_address, "ciphertext_hex": ciphertext}
    facts = Facts((("recipient", key.ss58_address), ("ciphertext", ciphertext)))
    return Result(data, (facts,))


def decrypted(context: Context, ciphertext: str, *, use_hotkey: bool) -> Result:
    """A message, decrypted with a key of the wallet."""
    sealed = selection.hex_bytes(ciphertext.strip(), "the ciphertext")
    stored = stored_key(context, "hotkey" if use_hotkey else "coldkey")
    key_warnings.of_modes(context, stored)
    keypair = stored.unlock(context.passwords)
    plain = open_message(sealed, keypair)
    try:
        text = plain.decode()
    except UnicodeDecodeError:
        text = None
    data = {
        "keys": (),
        "recipient": keypair.ss58_address,
        "plaintext": text,
        "plaintext_hex": plain.hex(),
    }
    message = ("message", text) if text is not None else ("message in hex", plain.hex())
    return Result(data, (Facts((("recipient", keypair.ss58_address), message)),))


def _recipient(context: Context, named: str, *, use_hotkey: bool) -> PublicKey:
    """The key of a local wallet, whose type is known, or of an address, which is taken for an
    ed25519 key."""
    if not ss58.is_valid(named) and use_hotkey:
        return Wallet(named, str(context.setting("hotkey")), context.wallet_path).hotkeypub
    address = selection.account(context, named)
    for wallet in list_wallets(context.wallet_path):
        for key in (wallet.coldkey, *wallet.hotkeys):
            if key.public is not None and key.public.ss58_address == address:
                return key.public
    context.output.say("The key of this address has to be an ed25519 key, or nobody can read it.")
    return PublicKey(ss58.decode(address), "ed25519")
