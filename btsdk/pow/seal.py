"""Seals of proofs of work: their two forms, and the difficulty check.

A seal is keccak256(sha256(message)). The forms differ only in the message, so searches take a
`Puzzle`. The chain reads a seal as a little-endian integer; a seal found by a big-endian comparison
is rejected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from btsdk.errors import UsageError
from btsdk.integers import NETUID_MAX, settle, whole
from btsdk.keys.hashing import keccak_256, sha2_256

NONCES = 1 << 64
_SEALS = 1 << 256
_DOMAIN = b"subtensor-pow-register-v1"


@dataclass(frozen=True)
class Puzzle:
    """The message around the nonce, which is eight little-endian bytes between the two parts."""

    before: bytes
    after: bytes

    def message(self, nonce: int) -> bytes:
        if type(nonce) is not int:
            nonce = whole(nonce, "nonce", 0, NONCES - 1)
        return self.before + nonce.to_bytes(8, "little") + self.after

    def seal(self, nonce: int) -> bytes:
        return keccak_256(sha2_256(self.message(nonce)))


class Form(Protocol):
    """A form of proof for one account; each block gives a new puzzle."""

    def puzzle(self, block_hash: bytes) -> Puzzle: ...


@dataclass(frozen=True)
class ClassicForm:
    """`register` proves work for a hotkey, `faucet` for a coldkey.

    The rule is `create_seal_hash` in the pallet's `subnets/registration.rs`.
    """

    account: bytes

    def __post_init__(self) -> None:
        _check_account(self.account)

    def puzzle(self, block_hash: bytes) -> Puzzle:
        _check_block_hash(block_hash)
        return Puzzle(before=b"", after=keccak_256(block_hash + self.account))


@dataclass(frozen=True)
class DomainSeparatedForm:
    """`pow_register` binds the work to its purpose, subnet and both keys."""

    netuid: int
    hotkey: bytes
    coldkey: bytes

    def __post_init__(self) -> None:
        _check_account(self.hotkey)
        _check_account(self.coldkey)
        settle(self, "netuid", 0, NETUID_MAX)

    def puzzle(self, block_hash: bytes) -> Puzzle:
        _check_block_hash(block_hash)
        netuid = self.netuid.to_bytes(2, "little")
        return Puzzle(before=_DOMAIN + netuid + block_hash + self.hotkey + self.coldkey, after=b"")


def meets(seal: bytes, difficulty: int) -> bool:
    """Whether the chain accepts a seal: seal · difficulty stays below 2^256."""
    return int.from_bytes(seal, "little") * difficulty < _SEALS


def highest_seal(difficulty: int) -> int:
    """The highest integer that a seal of this difficulty may be; the same rule as `meets`."""
    return (_SEALS - 1) // max(difficulty, 1)


def _check_account(account: bytes) -> None:
    if len(account) != 32:
        raise UsageError(f"an account has 32 bytes, not {len(account)}")


def _check_block_hash(block_hash: bytes) -> None:
    if len(block_hash) != 32:
        raise UsageError(f"a block hash has 32 bytes, not {len(block_hash)}")
