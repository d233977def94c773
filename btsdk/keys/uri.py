"""Secret URIs, as Substrate reads them: `phrase//hard/soft///password`.

The phrase is a mnemonic, a `0x` seed, or nothing: then it is Substrate's public development phrase.
A junction that is a decimal u64 stands for its eight little-endian bytes, any other for its SCALE
string; both are padded to a chain code of 32 bytes, and longer ones are hashed to it. The rules
are those of `sp_core::crypto::{SecretUri, DeriveJunction}`.
"""

from __future__ import annotations

import re

from btsdk.errors import SecretError
from btsdk.frozen import Frozen
from btsdk.keys.hashing import blake2_256

DEV_PHRASE = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"
"""The phrase behind `//Alice`: public, so anyone can spend what is sent to its keys."""

KNOWN_PHRASES = frozenset(
    {
        DEV_PHRASE,
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
        "about",
        "legal winner thank year wave sausage worth useful legal winner thank yellow",
        "letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
        "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong",
        "test test test test test test test test test test test junk",
    }
)
"""Substrate's development phrase, the examples of BIP-39, and that of Ethereum's development
nodes."""

_URI = re.compile(
    r"(?P<phrase>[\d\w ]+)?(?P<path>(?://?[^/]+)*)(?:///(?P<password>.*))?", re.DOTALL
)
_JUNCTION = re.compile(r"/(?P<hard>/?)(?P<code>[^/]+)")
_NUMBER = re.compile(r"\+?[0-9]+")
_CHAIN_CODE_BYTES = 32


class Junction(Frozen, hidden=("chain_code",)):
    """One step of a derivation; the code is the step's name, made 32 bytes long."""

    hard: bool
    chain_code: bytes


class SecretUri(Frozen, hidden=("phrase", "junctions", "password")):
    """A parsed URI; `repr` shows nothing of it."""

    phrase: str
    junctions: tuple[Junction, ...]
    password: str


def parse(uri: str) -> SecretUri:
    match = _URI.fullmatch(uri)
    if match is None:
        raise SecretError(
            "this is not a derivation URI",
            hint="Its form is <mnemonic or 0x seed>//hard/soft///password.",
        )
    junctions = tuple(
        Junction(bool(step["hard"]), _chain_code(step["code"]))
        for step in _JUNCTION.finditer(match["path"])
    )
    return SecretUri(match["phrase"] or DEV_PHRASE, junctions, match["password"] or "")


def is_public(uri: str) -> bool:
    """Whether the secret is public: an empty one, `//Alice`, a published phrase, a seed of one
    repeated byte. A password or further junctions on such a phrase do not make it secret.
    """
    phrase = " ".join(parse(uri).phrase.lower().split())
    if phrase.startswith("0x"):
        digits = phrase[2:]
        return len(set(zip(digits[::2], digits[1::2], strict=False))) <= 1
    return not phrase or phrase in KNOWN_PHRASES


def _chain_code(code: str) -> bytes:
    data = _scale_number(code) or _scale_string(code)
    if len(data) > _CHAIN_CODE_BYTES:
        return blake2_256(data)
    return data.ljust(_CHAIN_CODE_BYTES, b"\0")


def _scale_number(code: str) -> bytes | None:
    # Leading zeros count as in Rust; the bound keeps the conversion from growing with the name.
    if not _NUMBER.fullmatch(code) or len(code) > 4_000 or (number := int(code)) >= 1 << 64:
        return None
    return number.to_bytes(8, "little")


def _scale_string(code: str) -> bytes:
    """A SCALE string: its length as a compact integer, then UTF-8.

    Written out here because this package may not import the codec; the two shortest modes are
    enough for a name.
    """
    text = code.encode()
    if len(text) < 1 << 6:
        return bytes([len(text) << 2]) + text
    if len(text) < 1 << 14:
        return (len(text) << 2 | 0b01).to_bytes(2, "little") + text
    raise SecretError("a junction of the derivation URI is longer than 16,383 bytes")
