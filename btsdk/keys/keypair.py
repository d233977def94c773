"""sr25519 keypairs, from any kind of secret.

A keypair never shows its secret: not in `repr`, not in errors, and it refuses to be pickled. Only
`reveal()` returns it, which is easy to search for.
"""

from __future__ import annotations

import string
from typing import NoReturn

from btsdk.errors import SecretError
from btsdk.frozen import Frozen
from btsdk.hexadecimal import from_hex
from btsdk.keys import mnemonic as mnemonics
from btsdk.keys import ss58, uri
from btsdk.keys.schemes import SEED_BYTES, Pair, scheme_of
from btsdk.keys.signer import Crypto
from btsdk.keys.verifying import verify

__all__ = ["Keypair", "PublicKey", "Secrets", "verify"]

_PRIVATE_BYTES = 64


class PublicKey(Frozen):
    """The public half of a key: an account, which can verify its signatures."""

    public_key: bytes
    crypto: Crypto = "sr25519"

    @classmethod
    def from_ss58(cls, address: str, crypto: Crypto = "sr25519") -> PublicKey:
        """The key of an address, which does not show the type of its key."""
        return cls(ss58.decode(address), crypto)

    @property
    def ss58_address(self) -> str:
        return ss58.encode(self.public_key)

    def verify(self, signature: bytes, message: bytes) -> bool:
        return verify(signature, message, self.public_key, self.crypto)

    def __str__(self) -> str:
        return self.ss58_address + ("" if self.crypto == "sr25519" else f" ({self.crypto})")

    def __repr__(self) -> str:
        return f"PublicKey({self})"


class Secrets(Frozen, hidden=("private_key", "seed", "mnemonic")):
    """The secrets of a keypair. `mnemonic` and `seed` are None if the key was not made from
    them."""

    private_key: bytes
    seed: bytes | None
    mnemonic: str | None


class Keypair:
    """An sr25519 or ed25519 keypair; a `Signer`. Use the `from_…` constructors, or `generate`."""

    __slots__ = ("_public", "_secrets")

    def __init__(self, public_key: bytes, secrets: Secrets, crypto: Crypto = "sr25519") -> None:
        self._public = PublicKey(public_key, crypto)
        self._secrets = secrets

    @classmethod
    def generate(cls, n_words: int = 12, *, crypto: Crypto = "sr25519") -> Keypair:
        """A new key with a new mnemonic of 12, 15, 18, 21 or 24 words."""
        return cls.from_mnemonic(mnemonics.generate(n_words), crypto=crypto)

    @classmethod
    def from_mnemonic(
        cls, mnemonic: str, password: str = "", *, crypto: Crypto = "sr25519"
    ) -> Keypair:
        """The key of a BIP-39 mnemonic; the checksum is verified, case and spacing do not matter.

        Substrate derives the seed from the words' entropy, not from BIP-39's own seed.
        """
        phrase = mnemonics.normalise(mnemonic)
        pair = scheme_of(crypto).from_seed(mnemonics.to_seed(phrase, password))
        return cls._of(pair, crypto, None if password else phrase)

    @classmethod
    def from_seed(cls, seed: bytes | str, *, crypto: Crypto = "sr25519") -> Keypair:
        """The key of a 32-byte seed, or of its 64 hex digits with or without `0x`."""
        data = _secret_bytes(seed, (SEED_BYTES,), "a seed")
        return cls._of(scheme_of(crypto).from_seed(data), crypto)

    @classmethod
    def from_private_key(cls, private_key: bytes | str, *, crypto: Crypto = "sr25519") -> Keypair:
        """The key of a private key, or of its hex digits: of sr25519 64 bytes (scalar and nonce),
        of ed25519 the seed, with or without the public key behind it."""
        scheme = scheme_of(crypto)
        data = _secret_bytes(private_key, scheme.private_sizes, "a private key")
        return cls._of(scheme.from_private(data), crypto)

    @classmethod
    def from_secret(cls, secret: str, *, crypto: Crypto = "sr25519") -> Keypair:
        """The key of any secret: the words of a mnemonic, or the hex digits, with or without `0x`,
        of a 32-byte seed or a 64-byte private key.
        """
        digits = _hex_digits(secret)
        if digits is None:
            return cls.from_mnemonic(secret, crypto=crypto)
        if len(digits) == SEED_BYTES * 2:
            return cls.from_seed(digits, crypto=crypto)
        if len(digits) == _PRIVATE_BYTES * 2:
            return cls.from_private_key(digits, crypto=crypto)
        raise SecretError(
            f"a seed has {SEED_BYTES * 2} hex digits and a private key {_PRIVATE_BYTES * 2}, "
            f"this has {len(digits)}"
        )

    @classmethod
    def from_uri(cls, secret_uri: str, *, crypto: Crypto = "sr25519") -> Keypair:
        """The key of a secret URI: `//Alice`, `<mnemonic>//0`, `0x<seed>//hard/soft///password`.

        An ed25519 key has no soft junctions.
        """
        parts = uri.parse(secret_uri)
        if parts.phrase.startswith("0x"):
            keypair = cls.from_seed(parts.phrase, crypto=crypto)
        else:
            keypair = cls.from_mnemonic(parts.phrase, parts.password, crypto=crypto)
        for junction in parts.junctions:
            keypair = cls._of(scheme_of(crypto).derive(keypair._pair, junction), crypto)
        return keypair

    @classmethod
    def _of(cls, pair: Pair, crypto: Crypto, mnemonic: str | None = None) -> Keypair:
        return cls(pair.public, Secrets(pair.private, pair.seed, mnemonic), crypto)

    @property
    def _pair(self) -> Pair:
        return Pair(self.public_key, self._secrets.private_key, self._secrets.seed)

    @property
    def crypto(self) -> Crypto:
        """The signature scheme."""
        return self._public.crypto

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
        """The 64-byte signature over `payload`; of sr25519 in the `substrate` context, and not
        deterministic."""
        return scheme_of(self.crypto).sign(self._pair, payload)

    def verify(self, signature: bytes, message: bytes) -> bool:
        return self._public.verify(signature, message)

    def reveal(self) -> Secrets:
        """The secrets, for writing key files and for showing a new mnemonic once."""
        return self._secrets

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keypair) and other.public == self.public

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


def _hex_digits(text: str) -> str | None:
    """The digits of a text that is hex, however it is spaced after `0x`; None for words."""
    text = text.strip().strip("'\"").strip()
    if text[:2] in ("0x", "0X"):
        return "".join(text[2:].split())
    is_one_word = len(text.split()) == 1
    return text if is_one_word and all(digit in string.hexdigits for digit in text) else None


def _secret_bytes(secret: bytes | str, sizes: tuple[int, ...], what: str) -> bytes:
    if isinstance(secret, str):
        try:
            secret = from_hex(secret.strip())
        except ValueError:
            digits = " or ".join(str(size * 2) for size in sizes)
            raise SecretError(f"{what} is {digits} hex digits; this is not hex") from None
    if len(secret) not in sizes:
        expected = " or ".join(map(str, sizes))
        raise SecretError(f"{what} has {expected} bytes, not {len(secret)}")
    return bytes(secret)
