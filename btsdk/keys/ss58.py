"""SS58 addresses: base58 of a network prefix, 32 bytes of account, and two bytes of checksum.

Internally accounts are bytes; both conversions are cached. Text in place of an address may be a
secret that was pasted by mistake: an error repeats it in full only if it looks like an address.

The format, with its one- and two-byte prefixes, is Substrate's `ss58-registry`.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import lru_cache

from btsdk.errors import AddressError, UsageError
from btsdk.integers import whole

PREFIX = 42
"""Bittensor's, and Substrate's generic prefix: addresses begin with `5`."""

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_DIGIT = {character: value for value, character in enumerate(_ALPHABET)}
# Two digits a step halve the number of big-integer divisions.
_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]

_ACCOUNT_BYTES = 32
_CHECKSUM_BYTES = 2
_BEFORE_PAYLOAD = hashlib.blake2b(b"SS58PRE")
_CACHED = 1 << 16
_TOGETHER_FROM = 128
"""Fewer accounts are encoded faster one by one."""
_together: dict[bytes, str] = {}
"""Addresses that were computed together."""
_RESERVED = (46, 47)
_HIGHEST = (1 << 14) - 1


@lru_cache(maxsize=_CACHED)
def encode(account: bytes, prefix: int = PREFIX) -> str:
    """The address of a 32-byte account (of a public key, for sr25519 and ed25519)."""
    if len(account) != _ACCOUNT_BYTES:
        raise UsageError(f"an account has {_ACCOUNT_BYTES} bytes, not {len(account)}")
    if prefix == PREFIX and (known := _together.get(account)) is not None:
        return known
    payload = _prefix_bytes(prefix) + account
    return _base58(payload + _checksum(payload))


@lru_cache(maxsize=_CACHED)
def decode(address: str, prefix: int | None = PREFIX) -> bytes:
    """The 32-byte account behind an address of network `prefix` (None: of any network)."""
    data = _unbase58(address)
    found, start = _read_prefix(address, data)
    end = len(data) - _CHECKSUM_BYTES
    if end - start != _ACCOUNT_BYTES:
        raise AddressError(
            _shown(address),
            f"it holds {max(end - start, 0)} bytes, an account has {_ACCOUNT_BYTES}",
        )
    if _checksum(data[:end]) != data[end:]:
        raise AddressError(
            _shown(address),
            "its checksum does not match",
            hint="A character is wrong or two are swapped: copy the address again.",
        )
    account = data[start:end]
    if prefix is not None and found != prefix:
        raise AddressError(
            address,
            f"its network prefix is {found}, not {prefix}",
            hint=f"The same account here is {encode(account, prefix)}.",
        )
    return account


def encode_many(accounts: Iterable[bytes], prefix: int = PREFIX) -> list[str]:
    """The addresses of many accounts; new ones are computed together where NumPy is loaded."""
    accounts = list(accounts)
    if prefix == PREFIX and "numpy" in sys.modules:
        new = {account for account in accounts if account not in _together}
        if len(new) >= _TOGETHER_FROM and all(len(account) == _ACCOUNT_BYTES for account in new):
            _encode_together(list(new))
        return [_together.get(account) or encode(account) for account in accounts]
    return [encode(account, prefix) for account in accounts]


def _encode_together(accounts: list[bytes]) -> None:
    from btsdk.keys.ss58_batch import base58_of_35_bytes  # noqa: PLC0415  # it needs NumPy

    if len(_together) + len(accounts) > _CACHED:
        _together.clear()
    payloads = [_prefix_bytes(PREFIX) + account for account in accounts]
    whole = [payload + _checksum(payload) for payload in payloads]
    _together.update(zip(accounts, base58_of_35_bytes(whole, _ALPHABET), strict=True))


def decode_many(addresses: Iterable[str], prefix: int | None = PREFIX) -> list[bytes]:
    return [decode(address, prefix) for address in addresses]


def is_valid(address: str, prefix: int | None = PREFIX) -> bool:
    try:
        decode(address, prefix)
    except AddressError:
        return False
    return True


def _prefix_bytes(prefix: int) -> bytes:
    """One byte below 64; above, fourteen bits spread over two bytes, marked by the second bit."""
    prefix = whole(prefix, "prefix")
    if not 0 <= prefix <= _HIGHEST or prefix in _RESERVED:
        raise UsageError(f"{prefix} is not an ss58 network prefix")
    if prefix < 64:
        return bytes([prefix])
    return bytes([0b0100_0000 | (prefix & 0xFC) >> 2, prefix >> 8 | (prefix & 0b11) << 6])


def _read_prefix(address: str, data: bytes) -> tuple[int, int]:
    """The network prefix, and where the account begins."""
    if len(data) < 2:
        raise AddressError(_shown(address), "it is too short", hint=_WANTED)
    if data[0] < 64:
        found, start = data[0], 1
    elif data[0] < 128:
        found = (data[0] & 0b0011_1111) << 2 | data[1] >> 6 | (data[1] & 0b0011_1111) << 8
        start = 2
    else:
        raise AddressError(
            _shown(address), "its network prefix is not an ss58 prefix", hint=_WANTED
        )
    if found in _RESERVED:
        raise AddressError(_shown(address), f"its network prefix {found} is reserved")
    return found, start


def _checksum(payload: bytes) -> bytes:
    state = _BEFORE_PAYLOAD.copy()
    state.update(payload)
    return state.digest()[:_CHECKSUM_BYTES]


def _base58(data: bytes) -> str:
    number = int.from_bytes(data, "big")
    pairs = []
    while number:
        number, pair = divmod(number, 58 * 58)
        pairs.append(_PAIRS[pair])
    zeros = len(data) - len(data.lstrip(b"\0"))
    return "1" * zeros + "".join(reversed(pairs)).lstrip("1")


def _unbase58(address: str) -> bytes:
    # Refused before the arithmetic, which is quadratic in the length.
    if not 1 <= len(address) <= 64:
        reason = "it is empty" if not address else "it is too long"
        raise AddressError(_shown(address), reason, hint=_WANTED)
    number = 0
    for position, character in enumerate(address, start=1):
        digit = _DIGIT.get(character)
        if digit is None:
            raise AddressError(
                _shown(address), f"character {position} is not one of base58", hint=_WANTED
            )
        number = number * 58 + digit
    zeros = len(address) - len(address.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


_WANTED = "An address has 48 letters and digits and begins with 5."


def _shown(text: str) -> str:
    """The text, or only its beginning where it might be a mnemonic or a hex key."""
    looks_like_address = len(text) <= 50 and all(character in _DIGIT for character in text)
    return text if looks_like_address else f"{text[:4]}…"
