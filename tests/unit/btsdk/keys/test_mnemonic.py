"""Phrases are made whole, tidied, and refused without being repeated."""

from __future__ import annotations

import pytest

from btsdk.errors import SecretError
from btsdk.keys import Keypair, mnemonic
from btsdk.keys.uri import DEV_PHRASE


@pytest.mark.parametrize("count", mnemonic.WORD_COUNTS)
def test_generated_phrases_are_valid_and_new(count: int) -> None:
    phrase = mnemonic.generate(count)
    assert len(phrase.split()) == count
    assert len(mnemonic.to_seed(phrase)) == 32
    assert phrase != mnemonic.generate(count)


def test_every_word_of_the_list_is_known_by_itself() -> None:
    words = {word for _ in range(20) for word in mnemonic.generate(24).split()}
    assert all(map(mnemonic._is_english, words))
    assert not any(map(mnemonic._is_english, ("rall", "zooo", "abandonn", "é")))


@pytest.mark.parametrize("count", [0, 11, 13, 25])
def test_other_counts_are_refused(count: int) -> None:
    with pytest.raises(SecretError, match=f"not {count}"):
        mnemonic.generate(count)


def test_case_and_spacing_do_not_matter() -> None:
    spoken = "  " + DEV_PHRASE.upper().replace(" ", " \n ") + " "
    assert Keypair.from_mnemonic(spoken).reveal().mnemonic == DEV_PHRASE


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        (DEV_PHRASE.rsplit(" ", 1)[0], "this has 11"),
        (DEV_PHRASE.replace("walk", "wall"), "checksum"),
        (DEV_PHRASE.replace("walk", "walkk"), "word 12 of the mnemonic is not in the English"),
        (f"bottoms {DEV_PHRASE.split(' ', 1)[1]}s", "words 1, 12 of the mnemonic are not in"),
    ],
)
def test_refusals_say_why_and_do_not_repeat_the_words(phrase: str, reason: str) -> None:
    with pytest.raises(SecretError, match=reason) as caught:
        Keypair.from_mnemonic(phrase)
    assert not set(phrase.split()) & set(str(caught.value).split())


def test_password_gives_another_key() -> None:
    with_password = Keypair.from_mnemonic(DEV_PHRASE, "password")
    assert with_password != Keypair.from_mnemonic(DEV_PHRASE)
    # The words alone would not bring this key back, so they are not kept as its mnemonic.
    assert with_password.reveal().mnemonic is None
    assert with_password == Keypair.from_seed(with_password.reveal().seed or b"")
