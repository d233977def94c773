"""Options for the type of a key: sr25519 or ed25519."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli.legacy_options import key_type
from btsdk.errors import UsageError
from btsdk.keys import Crypto

_HELP = "Key type: sr25519 or ed25519."

CryptoOption = Annotated[str, Option("--crypto-type", metavar="TYPE", help=_HELP)]
ColdkeyCryptoOption = Annotated[
    str,
    Option(
        "--coldkey-crypto-type", "--crypto-type", metavar="TYPE", help="Key type of the coldkey."
    ),
]
HotkeyCryptoOption = Annotated[
    str, Option("--hotkey-crypto-type", metavar="TYPE", help="Key type of the hotkey.")
]


def keypair_type(text: str) -> Crypto:
    """The type of a key to create or restore; raises `UsageError` for one that only verifies."""
    crypto = key_type(text)
    if crypto == "ecdsa":
        raise UsageError(
            "ecdsa keys cannot be made: key files hold sr25519 and ed25519 keys",
            hint="`btcli wallet verify` verifies signatures of all three types.",
        )
    return crypto
