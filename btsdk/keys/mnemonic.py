"""BIP-39 mnemonics of the English word list: made, tidied, and turned into Substrate's seeds."""

from __future__ import annotations

import unicodedata
from types import ModuleType
from typing import cast

from btsdk.errors import SecretError

WORD_COUNTS = (12, 15, 18, 21, 24)
_COUNTS = ", ".join(map(str, WORD_COUNTS[:-1])) + f" or {WORD_COUNTS[-1]}"


def generate(n_words: int = 12) -> str:
    if n_words not in WORD_COUNTS:
        raise SecretError(f"a mnemonic has {_COUNTS} words, not {n_words}")
    phrase: str = _bip39().bip39_generate(n_words)
    return phrase


def normalise(phrase: str) -> str:
    """Lower-case words with one space between, as they are stored."""
    return " ".join(unicodedata.normalize("NFKD", phrase).lower().split())


def to_seed(phrase: str, password: str = "") -> bytes:
    """The 32-byte seed of a normalised phrase; its words and checksum are checked."""
    count = len(phrase.split())
    if count not in WORD_COUNTS:
        raise SecretError(f"a mnemonic has {_COUNTS} words, this has {count}")
    if not _bip39().bip39_validate(phrase):
        raise SecretError(
            "a word of the mnemonic is not in the English list, or its checksum does not match",
            hint="A word is mistyped, missing or out of order.",
        )
    seed: bytes = _bip39().bip39_to_mini_secret(phrase, unicodedata.normalize("NFKD", password))
    return seed


def _bip39() -> ModuleType:
    import bip39  # type: ignore[import-untyped]  # noqa: PLC0415 - few commands read a mnemonic

    return cast("ModuleType", bip39)
