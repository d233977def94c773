"""The keys with which a node seals."""

from __future__ import annotations

import pytest

from btsdk.keys.keypair import Keypair
from local_node.chain.keyring import development_keyring, keyring_of


@pytest.mark.parametrize("name", ["One", "Ferdie", "Alice"])
def test_development_keys_are_found_and_kept(name: str) -> None:
    find = development_keyring()
    wanted = Keypair.from_uri(f"//{name}").public_key
    found = find(wanted)
    assert found is not None
    assert found.public_key == wanted
    assert find(wanted) is found


def test_nobody_elses_key_is_found_and_the_others_still_are() -> None:
    find = development_keyring()
    assert find(Keypair.from_uri("//Nobody").public_key) is None
    assert find(bytes(32)) is None
    assert find(Keypair.from_uri("//Two").public_key) is not None


def test_a_keyring_of_just_these() -> None:
    zoe = Keypair.from_uri("//Zoe")
    find = keyring_of([zoe])
    assert find(zoe.public_key) is zoe
    assert find(Keypair.from_uri("//One").public_key) is None
