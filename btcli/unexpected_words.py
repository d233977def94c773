"""Unexpected arguments: the option that was probably meant.

Such a word may be a secret: part of an unquoted mnemonic, a seed, a password. If the command takes
secrets, or the words look like one, the message counts them and does not repeat them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from btsdk.errors import UsageError

_SECRETS = {
    "--mnemonic": "Type the command without them: it asks for the mnemonic, seed or private key. "
    "Or put the words of a mnemonic between quotes, after --mnemonic.",
    "--new-password-file": "Type the command without them: it asks for the passwords.",
    "--json-password": "Type the command without them: it asks for the secrets.",
    "--uri": "Type the command without them: it asks for the password. A secret URI with spaces "
    "is put between quotes, after --uri.",
}
"""Options of commands that take secrets, with the hint for a secret typed without an option."""

ASKED = "Do not type a secret as an argument: commands ask for it."
_MOST_WORDS = 5
_HEX_SECRET = re.compile(r"(0x)?[0-9a-fA-F]{48,}")


def explain(words: Sequence[str], options: Iterable[str]) -> tuple[str, str]:
    """The message and hint for unexpected arguments of a command with these options."""
    known = set(options)
    secret = next((hint for option, hint in _SECRETS.items() if option in known), None)
    if secret is None and looks_secret(words):
        secret = ASKED
    if secret is not None:
        plural = "" if len(words) == 1 else "s"
        return f"{len(words)} unexpected argument{plural}", secret
    message = f"unexpected argument {' '.join(words)!r}"
    first = words[0]
    if f"--{first}" in known:  # `config set network test`
        given = " ".join((f"--{first}", *words[1:2]))
        return message, f"Did you mean {given}?"
    kind = next(kind for kind, looks in _KINDS if looks.fullmatch(first))
    named = next((one for one in _NAMING[kind] if one in known), None)
    if named is None or (kind == "name" and len(words) > 1):  # the first one may name anything
        return message, "Pass values with options."
    return message, f"Did you mean {named} {first}?"


def looks_secret(words: Sequence[str]) -> bool:
    """Whether it is a mnemonic, quoted or not, a seed, a private key, or a secret URI."""
    text = " ".join(words)
    return len(text.split()) >= _MOST_WORDS or any(
        _HEX_SECRET.fullmatch(word) or "//" in word for word in words
    )


def quoted(word: str) -> str:
    """The word in quotes, for a message that repeats it; a secret is not repeated."""
    return "that" if looks_secret([word]) else repr(word)


def refuse_mnemonic(words: Sequence[str]) -> None:
    """Raise `UsageError` for words of a mnemonic in the place of names and values."""
    if len(words) >= _MOST_WORDS and all(word.isalpha() and word.islower() for word in words):
        raise UsageError(f"{len(words)} words that are no names", hint=ASKED)


_KINDS = (
    ("address", re.compile(r"5[1-9A-HJ-NP-Za-km-z]{47}")),
    ("number", re.compile(r"\d+")),
    ("amount", re.compile(r"[\d_]*\.?[\d_]+")),
    ("name", re.compile(r".*", re.DOTALL)),
)
_NAMING = {
    "address": (
        "--destination",
        "--ss58",
        "--address",
        "--hotkey",
        "--delegate",
        "--real",
        "--target-address",
    ),
    "number": ("--netuid", "--crowdloan-id", "--amount"),
    "amount": ("--amount",),
    "name": ("--destination", "--wallet-name", "--network"),
}
"""The options that an argument may be meant for, by the form of the argument, likeliest first."""
