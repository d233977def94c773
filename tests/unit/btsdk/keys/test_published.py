"""Keys that everybody has, in whichever way the secret is spelled."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.keys.published import is_published, is_published_uri

PHRASE = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"


@pytest.mark.parametrize("uri", ["//Alice", "//Ferdie//stash", "//Two", PHRASE])
def test_the_development_accounts(uri: str) -> None:
    key = Keypair.from_uri(uri)
    assert is_published(key)
    assert is_published(Keypair.from_uri(uri, crypto="ed25519"))
    assert is_published_uri(uri)


def test_the_seed_behind_a_name_is_the_same_key() -> None:
    seed = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a"  # of //Alice
    assert Keypair.from_secret(seed).public_key == Keypair.from_uri("//Alice").public_key
    assert is_published(Keypair.from_secret(seed))
    assert is_published_uri(seed)


@pytest.mark.parametrize("uri", [f"{PHRASE}//mine", f"{PHRASE}///password", "//anything/at/all"])
def test_what_is_derived_from_it_is_no_secret(uri: str) -> None:
    assert is_published_uri(uri)


def test_a_key_of_ones_own_is_none() -> None:
    own = Keypair.generate()
    assert not is_published(own)
    words = own.reveal().mnemonic
    assert words is not None
    assert not is_published_uri(words)
    assert not is_published_uri(f"{words}//Alice")
