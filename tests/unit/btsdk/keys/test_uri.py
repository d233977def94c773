"""Secret URIs against Substrate's own reading of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from btsdk.errors import SecretError
from btsdk.keys import Keypair, uri

VECTORS = json.loads((Path(__file__).parents[3] / "vectors" / "secret_uris.json").read_text())


@pytest.mark.parametrize("vector", VECTORS["accepted"], ids=lambda vector: vector["uri"][-40:])
def test_same_key_as_substrate(vector: dict[str, str]) -> None:
    assert Keypair.from_uri(vector["uri"]).ss58_address == vector["ss58"]


@pytest.mark.parametrize("text", VECTORS["refused"], ids=lambda text: text[-40:])
def test_refused_as_by_substrate(text: str) -> None:
    with pytest.raises(SecretError) as caught:
        Keypair.from_uri(text)
    assert text not in str(caught.value) or len(text) < 2


def test_parts_are_not_shown() -> None:
    parts = uri.parse("//Alice///a-password")
    assert "Alice" not in repr(parts)
    assert "a-password" not in repr(parts)


def test_an_endless_junction_is_refused() -> None:
    with pytest.raises(SecretError, match="longer than"):
        uri.parse("//" + "x" * 20_000)
    assert uri.parse("//" + "9" * 10_000).junctions[0].hard


@pytest.mark.parametrize(
    "text",
    [
        "",
        "//Alice",
        "/soft//hard///password",
        uri.DEV_PHRASE,
        uri.DEV_PHRASE.upper() + "//Alice",
        "test test test test test test test test test test test junk",
        "0x" + "00" * 32,
        "0x" + "AB" * 32 + "//0",
    ],
)
def test_secrets_that_everybody_knows(text: str) -> None:
    assert uri.is_public(text)


def test_secrets_that_are_ones_own() -> None:
    phrase = str(Keypair.generate().reveal().mnemonic)
    for text in (phrase, f"{phrase}//Alice", "0x" + "0123" * 16):
        assert not uri.is_public(text)
