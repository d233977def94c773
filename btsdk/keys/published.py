"""Keys that everybody has: those of Substrate's development accounts and of published phrases.

They are known by their public keys, in whichever way the secret is spelled: as `//Alice`, as the
seed that this stands for, or as a phrase.
"""

from __future__ import annotations

from functools import cache

from btsdk.errors import SecretError
from btsdk.keys import uri
from btsdk.keys.keypair import Keypair

_NAMES = ("Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "One", "Two")


def is_published(keypair: Keypair) -> bool:
    """Whether everybody can have this key."""
    return keypair.public_key in _published()


def is_published_uri(text: str) -> bool:
    """Whether everybody can derive the key of a URI, as far as its phrase or seed tells.

    A password or further junctions on what is published do not make it secret.
    """
    phrase = uri.parse(text).phrase
    if uri.is_public(text):
        return True
    try:
        return is_published(Keypair.from_secret(phrase))
    except SecretError:  # it is refused where the key is made
        return False


@cache
def _published() -> frozenset[bytes]:
    accounts = [f"//{name}{stash}" for name in _NAMES for stash in ("", "//stash")]
    uris = [*uri.KNOWN_PHRASES, *accounts]
    return frozenset(Keypair.from_uri(one).public_key for one in uris)
