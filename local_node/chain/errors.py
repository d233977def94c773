"""Refusals of a chain: unknown blocks, discarded states, extrinsics that the pool does not take.

Pool codes are those of `author_submitExtrinsic`; the strings are what existing clients show and
match on, so they are Substrate's to the letter.
"""

from __future__ import annotations

import json
from typing import Final, NamedTuple

from btsdk.errors import BtError, DecodeError

VERIFICATION: Final = 1002
INVALID: Final = 1010
UNKNOWN: Final = 1011
TEMPORARILY_BANNED: Final = 1012
ALREADY_IMPORTED: Final = 1013
TOO_LOW_PRIORITY: Final = 1014
CYCLE_DETECTED: Final = 1015
IMMEDIATELY_DROPPED: Final = 1016
UNACTIONABLE: Final = 1018
NO_TAGS: Final = 1019

_INVALID_NAMES: Final = (
    ("Call", "Transaction call is not expected"),
    ("Payment", "Inability to pay some fees (e.g. account balance too low)"),
    ("Future", "Transaction will be valid in the future"),
    ("Stale", "Transaction is outdated"),
    ("BadProof", "Transaction has a bad signature"),
    ("AncientBirthBlock", "Transaction has an ancient birth block"),
    ("ExhaustsResources", "Transaction would exhaust the block limits"),
    ("Custom", "Custom error: {}"),
    ("BadMandatory", "A call was labelled as mandatory, but resulted in an Error."),
    (
        "MandatoryValidation",
        "Transaction dispatch is mandatory; transactions must not be validated.",
    ),
    ("BadSigner", "Invalid signing address"),
    ("IndeterminateImplicit", "The implicit data was unable to be calculated"),
    ("UnknownOrigin", "The transaction extension did not authorize any origin"),
)
_UNKNOWN_NAMES: Final = ("CannotLookup", "NoUnsignedValidator", "Custom")
_EXHAUSTS_RESOURCES: Final = "ExhaustsResources"
_FUTURE: Final = "Future"
_STALE: Final = "Stale"


class ValidityError(NamedTuple):
    """A `TransactionValidityError`: `unknown` says which variant it is, `custom` holds a custom
    code."""

    name: str
    unknown: bool = False
    custom: int | None = None

    @property
    def exhausts_resources(self) -> bool:
        """The extrinsic may be valid, but this block has no room for it."""
        return not self.unknown and self.name == _EXHAUSTS_RESOURCES

    @property
    def out_of_turn(self) -> bool:
        """The nonce is not the next one; extrinsics before it may change that."""
        return not self.unknown and self.name in (_FUTURE, _STALE)

    @property
    def text(self) -> str:
        """The data string of Substrate's RPC error."""
        if self.unknown:
            return self.name if self.custom is None else f"{self.name}({self.custom})"
        return dict(_INVALID_NAMES)[self.name].format(self.custom)

    @classmethod
    def decode(cls, data: bytes, offset: int = 0) -> ValidityError:
        """Decode `0 ‖ InvalidTransaction` or `1 ‖ UnknownTransaction` at `offset`."""
        try:
            unknown, index = data[offset] == 1, data[offset + 1]
            name = _UNKNOWN_NAMES[index] if unknown else _INVALID_NAMES[index][0]
            custom = data[offset + 2] if name == "Custom" else None
        except IndexError:
            raise DecodeError("not a TransactionValidityError", offset=offset) from None
        return cls(name, unknown, custom)


class PoolError(BtError):
    """The pool refused an extrinsic; `code`, `text` and `data` are the JSON-RPC error's fields."""

    def __init__(self, code: int, text: str, data: str | None = None) -> None:
        super().__init__(f"{code}: {text}" + (f": {data}" if data else ""))
        self.code = code
        self.text = text
        self.data = data


class UnknownBlock(BtError):
    """No block of this chain has the hash."""

    def __init__(self, block_hash: bytes) -> None:
        super().__init__(f"unknown block 0x{block_hash.hex()}")
        self.block_hash = block_hash


class StateDiscarded(BtError):
    """The block is known, but its state was pruned."""

    def __init__(self, block_hash: bytes) -> None:
        super().__init__(
            f"State already discarded for 0x{block_hash.hex()}",
            hint="Query a newer block, or use a chain that keeps every state.",
        )
        self.block_hash = block_hash


def refused(error: ValidityError) -> PoolError:
    """The pool's answer to an extrinsic that the runtime finds invalid or cannot judge."""
    if error.unknown:
        return PoolError(UNKNOWN, "Unknown Transaction Validity", error.text)
    return PoolError(INVALID, "Invalid Transaction", error.text)


def panicked(reason: str) -> PoolError:
    """The answer to an extrinsic that makes the runtime panic."""
    return PoolError(INVALID, "Invalid Transaction", f"the runtime panicked: {reason}")


def cannot_author(reason: str) -> PoolError:
    """The answer to an extrinsic while no block can be made; Substrate's code for one that the node
    cannot act on."""
    return PoolError(UNACTIONABLE, "Unactionable", f"the node cannot make blocks: {reason}")


def unverified(reason: str) -> PoolError:
    """The runtime panics on an extrinsic, most often because the bytes do not decode."""
    text = f"Execution failed: Runtime panicked: {reason}"
    return PoolError(
        VERIFICATION,
        f"Verification Error: Runtime error: {text}",
        f"RuntimeApi({json.dumps(text, ensure_ascii=False)})",
    )


def temporarily_banned() -> PoolError:
    return PoolError(TEMPORARILY_BANNED, "Transaction is temporarily banned")


def already_imported(extrinsic_hash: bytes) -> PoolError:
    return PoolError(ALREADY_IMPORTED, "Transaction Already Imported", f"0x{extrinsic_hash.hex()}")


def too_low_priority(old: int, new: int) -> PoolError:
    return PoolError(
        TOO_LOW_PRIORITY,
        f"Priority is too low: ({old} vs {new})",
        "The transaction has too low priority to replace another transaction already in the pool.",
    )


def cycle_detected() -> PoolError:
    return PoolError(CYCLE_DETECTED, "Cycle Detected")


def immediately_dropped() -> PoolError:
    return PoolError(
        IMMEDIATELY_DROPPED,
        "Immediately Dropped",
        "The transaction couldn't enter the pool because of the limit",
    )


def no_tags() -> PoolError:
    return PoolError(
        NO_TAGS,
        "No tags provided",
        "Transaction does not provide any tags, so the pool can't identify it",
    )
