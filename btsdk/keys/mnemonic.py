"""BIP-39 mnemonics of the English word list, and Substrate's seeds from them."""

from __future__ import annotations

import unicodedata
from types import ModuleType
from typing import cast

from btsdk.errors import SecretError
from btsdk.integers import whole

WORD_COUNTS = (12, 15, 18, 21, 24)
_FIRST_16 = (
    *("abandon", "ability", "able", "about", "above", "absent", "absorb", "abstract"),
    *("absurd", "abuse", "access", "accident", "account", "accuse", "achieve", "acid"),
)
_COUNTS = ", ".join(map(str, WORD_COUNTS[:-1])) + f" or {WORD_COUNTS[-1]}"


def generate(n_words: int = 12) -> str:
    n_words = whole(n_words, "number of words")
    if n_words not in WORD_COUNTS:
        raise SecretError(f"a mnemonic has {_COUNTS} words, not {n_words}")
    phrase: str = _bip39().bip39_generate(n_words)
    return phrase


def normalise(phrase: str) -> str:
    """Lower-case words with one space between, as they are stored."""
    return " ".join(unicodedata.normalize("NFKD", phrase).lower().split())


def to_seed(phrase: str, password: str = "") -> bytes:
    """The 32-byte seed of a normalized phrase; its words and checksum are verified."""
    count = len(phrase.split())
    if count not in WORD_COUNTS:
        raise SecretError(f"a mnemonic has {_COUNTS} words, this has {count}")
    if not _bip39().bip39_validate(phrase):
        raise _invalid(phrase.split())
    seed: bytes = _bip39().bip39_to_mini_secret(phrase, unicodedata.normalize("NFKD", password))
    return seed


def _invalid(words: list[str]) -> SecretError:
    """The error for a wrong mnemonic; it names words by position, because they are secret."""
    unknown = [place for place, word in enumerate(words, 1) if not _is_english(word)]
    if not unknown:
        return SecretError(
            "the checksum of the mnemonic does not match, and all its words are English ones",
            hint="A word is wrong, or the words are out of order.",
        )
    which = ", ".join(map(str, unknown))
    if len(unknown) == 1:
        return SecretError(
            f"word {which} of the mnemonic is not in the English list",
            hint="Check how this word is spelled.",
        )
    return SecretError(
        f"words {which} of the mnemonic are not in the English list",
        hint="Check how these words are spelled.",
    )


def _is_english(word: str) -> bool:
    """Whether a word is in the list, which the library does not export.

    The last word of twelve holds seven bits of entropy and four of the checksum: of the first 16
    words, whose seven bits are all zero, exactly one completes any eleven words of the list.
    """
    start = " ".join([word, *["abandon"] * 10])
    return any(_bip39().bip39_validate(f"{start} {last}") for last in _FIRST_16)


def _bip39() -> ModuleType:
    import bip39  # type: ignore[import-untyped]  # noqa: PLC0415 - few commands read a mnemonic

    return cast("ModuleType", bip39)
