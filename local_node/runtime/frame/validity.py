"""What the pool is told of an extrinsic: in what order it may go, or why it may not go at all."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

U64_MAX = 2**64 - 1

Source = Literal["InBlock", "Local", "External"]
"""Whether the extrinsic stands in a block, came from this node itself, or from anybody."""


class ValidTransaction(NamedTuple):
    """Tags are opaque: an extrinsic is ready once all it requires is provided."""

    priority: int = 0
    requires: tuple[bytes, ...] = ()
    provides: tuple[bytes, ...] = ()
    longevity: int = U64_MAX
    """For how many blocks this may be believed."""
    propagate: bool = True

    def combine(self, other: ValidTransaction) -> ValidTransaction:
        """Both at once: priorities add up, tags are joined, the shorter longevity holds."""
        return ValidTransaction(
            min(self.priority + other.priority, U64_MAX),
            self.requires + other.requires,
            self.provides + other.provides,
            min(self.longevity, other.longevity),
            self.propagate and other.propagate,
        )

    def value(self) -> dict[str, Any]:
        """The SCALE value."""
        return {
            "priority": self.priority,
            "requires": list(self.requires),
            "provides": list(self.provides),
            "longevity": self.longevity,
            "propagate": self.propagate,
        }


NO_TAGS = ValidTransaction()


class Refusal(Exception):
    """The extrinsic may not go: a `TransactionValidityError`, and nothing of it stays."""

    def __init__(self, kind: Literal["Invalid", "Unknown"], reason: str | tuple[str, Any]) -> None:
        super().__init__(kind, reason)
        self.kind = kind
        self.reason = reason

    def value(self) -> tuple[str, Any]:
        """The SCALE value."""
        return (self.kind, self.reason)


def invalid(reason: str) -> Refusal:
    """An `InvalidTransaction`, as `Stale`, `Future`, `Payment`, `BadProof`."""
    return Refusal("Invalid", reason)


def custom(code: int) -> Refusal:
    """An `InvalidTransaction::Custom`; the codes are the chain's `CustomTransactionError`."""
    return Refusal("Invalid", ("Custom", code))


def unknown(reason: str) -> Refusal:
    """An `UnknownTransaction`: whether it may go cannot be told."""
    return Refusal("Unknown", reason)
