"""sr25519 keypairs, from any kind of secret.

A keypair never shows its secret: not in `repr`, not in errors, and it refuses to be pickled. Only
`reveal()` returns it, which is easy to search for.
"""

from __future__ import annotations

import string
from typing import NoReturn

import sr25519  # type: ignore[import-untyped]

from btsdk.errors import SecretError
from btsdk.frozen import Frozen
from btsdk.hexadecimal import from_hex
from btsdk.keys import mnemonic as mnemonics
from btsdk.keys import ss58, uri
from btsdk.keys.signer import Crypto
from btsdk.keys.verifying import verify

__all__ = ["Keypair", "PublicKey", "Secrets", "verify"]

_SEED_BYTES = 32
_PRIVATE_BYTES = 64


class PublicKey(Frozen):
    """The public half of a key: an account, which can verify its signatures."""

    public_key: bytes
    crypto: Crypto = "sr25519"

    @classmethod
    def from_ss58(cls, address: str) -> PublicKey:
        return cls(ss58.decode(address))

    @property
    def ss58_address(self) -> str:
        return ss58.encode(self.public_key)

    def verify(self, signature: bytes, message: bytes) -> bool:
        return verify(signature, message, self.public_key, self.crypto)

    def __str__(self) -> str:
        return self.ss58_address

    def __repr__(self) -> str:
        return f"PublicKey({self.ss58_address})"


class Secrets(Frozen, hidden=("private_key", "seed", "mnemonic")):
    """The secrets of a keypair. `mnemonic` and `seed` are None if the key was not made from
    them."""

    private_key: bytes
    seed: bytes | None
    mnemonic: str | None


class Keypair:
    """An sr25519 keypair; a `Signer`. Use the `from_…` constructors, or `generate`."""

    __slots__ = ("_public", "_secrets")

    crypto: Crypto = "sr25519"

    def __init__(self, public_key: bytes, secrets: Secrets) -> None:
        self._public = PublicKey(public_key)
        self._secrets = secrets

    @classmethod
    def generate(cls, n_words: int = 12) -> Keypair:
        """A new key with a new mnemonic of 12, 15, 18, 21 or 24 words."""
        return cls.from_mnemonic(mnemonics.generate(n_words))

    @classmethod
    def from_mnemonic(cls, mnemonic: str, password: str = "") -> Keypair:
        """The key of a BIP-39 mnemonic; the checksum is verified, case and spacing do not matter.

        Substrate derives the seed from the words' entropy, not from BIP-39's own seed.
        """
        phrase = mnemonics.normalise(mnemonic)
        return cls._from_seed(mnemonics.to_seed(phrase, password), None if password else phrase)

    @classmethod
    def from_seed(cls, seed: bytes | str) -> Keypair:
        """The key of a 32-byte seed, or of its 64 hex digits with or without `0x`."""
        return cls._from_seed(_secret_bytes(seed, _SEED_BYTES, "a seed"), None)

    @classmethod
    def from_private_key(cls, private_key: bytes | str) -> Keypair:
        """The key of a 64-byte sr25519 private key (scalar and nonce), or of its hex digits."""
        secret = _secret_bytes(private_key, _PRIVATE_BYTES, "a private key")
        public = _public_from(secret)
        return cls(public, Secrets(secret, None, None))

    @classmethod
    def from_secret(cls, secret: str) -> Keypair:
        """The key of any secret: the words of a mnemonic, or the hex digits, with or without `0x`,
        of a 32-byte seed or a 64-byte private key.
        """
        digits = _hex_digits(secret)
        if digits is None:
            return cls.from_mnemonic(secret)
        if len(digits) == _SEED_BYTES * 2:
            return cls.from_seed(digits)
        if len(digits) == _PRIVATE_BYTES * 2:
            return cls.from_private_key(digits)
        raise SecretError(
            f"a seed has {_SEED_BYTES * 2} hex digits and a private key {_PRIVATE_BYTES * 2}, "
            f"this has {len(digits)}"
        )

    @classmethod
    def from_uri(cls, secret_uri: str) -> Keypair:
        """The key of a secret URI: `//Alice`, `<mnemonic>//0`, `0x<seed>//hard/soft///password`."""
        parts = uri.parse(secret_uri)
        if parts.phrase.startswith("0x"):
            keypair = cls.from_seed(parts.phrase)
        else:
            keypair = cls.from_mnemonic(parts.phrase, parts.password)
        for junction in parts.junctions:
            keypair = keypair._derive(junction)
        return keypair

    @classmethod
    def _from_seed(cls, seed: bytes, mnemonic: str | None) -> Keypair:
        public, private = sr25519.pair_from_seed(seed)
        return cls(public, Secrets(private, seed, mnemonic))

    def _derive(self, junction: uri.Junction) -> Keypair:
        step = sr25519.hard_derive_keypair if junction.hard else sr25519.derive_keypair
        _, public, private = step(
            (junction.chain_code, self.public_key, self._secrets.private_key), b""
        )
        return Keypair(public, Secrets(private, None, None))

    @property
    def public_key(self) -> bytes:
        return self._public.public_key

    @property
    def ss58_address(self) -> str:
        return self._public.ss58_address

    @property
    def public(self) -> PublicKey:
        """The public half."""
        return self._public

    def sign(self, payload: bytes) -> bytes:
        """The 64-byte signature over `payload` in the `substrate` context; not deterministic."""
        signature: bytes = sr25519.sign((self.public_key, self._secrets.private_key), payload)
        return signature

    def verify(self, signature: bytes, message: bytes) -> bool:
        return self._public.verify(signature, message)

    def reveal(self) -> Secrets:
        """The secrets, for writing key files and for showing a new mnemonic once."""
        return self._secrets

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keypair) and other.public_key == self.public_key

    def __hash__(self) -> int:
        return hash(self._public)

    def __repr__(self) -> str:
        return f"<Keypair {self.ss58_address}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a keypair cannot be pickled: its secret would be written in clear")

    def __copy__(self) -> Keypair:
        return self

    def __deepcopy__(self, memo: object) -> Keypair:
        return self


def _public_from(private_key: bytes) -> bytes:
    try:
        public: bytes = sr25519.public_from_secret_key(private_key)
    except ValueError:
        public = bytes(_SEED_BYTES)
    if not any(public):
        # Only a scalar that is zero or above the group's order gets here.
        raise SecretError("this is not an sr25519 private key")
    return public


def _hex_digits(text: str) -> str | None:
    """The digits of a text that is hex, however it is spaced after `0x`; None for words."""
    text = text.strip().strip("'\"").strip()
    if text[:2] in ("0x", "0X"):
        return "".join(text[2:].split())
    is_one_word = len(text.split()) == 1
    return text if is_one_word and all(digit in string.hexdigits for digit in text) else None


def _secret_bytes(secret: bytes | str, size: int, what: str) -> bytes:
    if isinstance(secret, str):
        try:
            secret = from_hex(secret.strip())
        except ValueError:
            raise SecretError(f"{what} is {size * 2} hex digits; this is not hex") from None
    if len(secret) != size:
        raise SecretError(f"{what} has {size} bytes, not {len(secret)}")
    return bytes(secret)
