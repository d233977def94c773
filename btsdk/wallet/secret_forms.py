"""The key of a secret whose form is guessed: typed, pasted, or the content of a file.

Forms: the words of a mnemonic, a seed, a private key, a derivation URI, a polkadot-js keystore, and
a key file of a Bittensor tool, plain or encrypted.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Literal

from btsdk.errors import KeyFileCorrupt, SecretError
from btsdk.keys import Crypto, Keypair
from btsdk.wallet import encryption, keyfile
from btsdk.wallet.keystore import open_keystore

Form = Literal[
    "mnemonic",
    "seed",
    "private key",
    "derivation URI",
    "keystore",
    "key file",
    "encrypted key file",
]

_HEX_FORMS: dict[int, Form] = {64: "seed", 128: "private key"}
"""By the number of hex digits."""


def form_of(content: bytes) -> Form:
    """The form of a secret. Text of no other form is a mnemonic, whose words are checked later."""
    if encryption.encryption_of(content) is not None:
        return "encrypted key file"
    text = _text(content)
    if text.startswith("{"):
        return "keystore" if _has_encoded(text) else "key file"
    digits = text.removeprefix("0x").removeprefix("0X")
    if len(digits) in _HEX_FORMS and _is_hex(digits):
        return _HEX_FORMS[len(digits)]
    return "derivation URI" if "/" in text else "mnemonic"


def open_secret(
    content: bytes,
    password: Callable[[], str],
    path: str = "the secret",
    *,
    crypto: Crypto = "sr25519",
) -> tuple[Form, Keypair]:
    """The form and the key of a secret. `crypto` is the type of its key; files tell their own.

    `password` is called for a keystore and an encrypted key file; `path` is for messages. Raises
    `SecretError`, `KeyFileCorrupt` or `WrongPassword`; none of them contains the secret.
    """
    form = form_of(content)
    if form == "keystore":
        return form, open_keystore(content, password(), path)
    if form == "encrypted key file":
        plain = encryption.decrypt(content.strip(), password(), path)
        return form, keyfile.load_keypair(plain, path)
    if form == "key file":
        return form, keyfile.load_keypair(content, path)
    text = _text(content)
    if not text:
        raise SecretError("it is empty")
    if form == "derivation URI":
        return form, Keypair.from_uri(text, crypto=crypto)
    return form, Keypair.from_secret(text, crypto=crypto)


def _text(content: bytes) -> str:
    try:
        return content.decode().strip()
    except UnicodeDecodeError:
        raise KeyFileCorrupt("the secret", "it is neither text nor a key file") from None


def _has_encoded(text: str) -> bool:
    try:
        return "encoded" in json.loads(text)
    except (ValueError, RecursionError):
        return False


def _is_hex(digits: str) -> bool:
    try:
        return bool(bytes.fromhex(digits))
    except ValueError:
        return False
