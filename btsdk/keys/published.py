"""Published keys: those of Substrate's development accounts and of well-known phrases.

They are recognized by their public keys, however the secret is written: as `//Alice`, as its seed,
or as a phrase.
"""

from __future__ import annotations

from functools import cache

from btsdk.errors import SecretError
from btsdk.keys import uri
from btsdk.keys.keypair import Keypair
from btsdk.keys.signer import Crypto

_CRYPTOS: tuple[Crypto, ...] = ("sr25519", "ed25519")
_NAMES = ("Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "One", "Two")


def is_published(keypair: Keypair) -> bool:
    """Whether the secret of this key is public."""
    return keypair.public_key in _published()


def is_published_uri(text: str) -> bool:
    """Whether the phrase or seed of a URI is public.

    A password or further junctions do not make a published phrase secret.
    """
    phrase = uri.parse(text).phrase
    if uri.is_public(text):
        return True
    try:
        return is_published(Keypair.from_secret(phrase))
    except SecretError:  # making the key raises the error
        return False


@cache
def _published() -> frozenset[bytes]:
    accounts = [f"//{name}{stash}" for name in _NAMES for stash in ("", "//stash")]
    uris = [*uri.KNOWN_PHRASES, *accounts]
    return frozenset(
        Keypair.from_uri(one, crypto=crypto).public_key for crypto in _CRYPTOS for one in uris
    )
