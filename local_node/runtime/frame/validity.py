"""The validity of an extrinsic, as reported to the pool."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

U64_MAX = 2**64 - 1

Source = Literal["InBlock", "Local", "External"]
"""The source of the extrinsic: a block, this node, or an external client."""


class ValidTransaction(NamedTuple):
    """A valid extrinsic. Tags are opaque: it is ready once all its required tags are provided."""

    priority: int = 0
    requires: tuple[bytes, ...] = ()
    provides: tuple[bytes, ...] = ()
    longevity: int = U64_MAX
    """The number of blocks for which this result holds."""
    propagate: bool = True

    def combine(self, other: ValidTransaction) -> ValidTransaction:
        """Both results combined: priorities add up, tags are joined, the shorter longevity
        holds.
        """
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
    """Raised to refuse an extrinsic: a `TransactionValidityError`. None of its writes are kept."""

    def __init__(self, kind: Literal["Invalid", "Unknown"], reason: str | tuple[str, Any]) -> None:
        super().__init__(kind, reason)
        self.kind = kind
        self.reason = reason

    def value(self) -> tuple[str, Any]:
        """The SCALE value."""
        return (self.kind, self.reason)


def invalid(reason: str) -> Refusal:
    """An `InvalidTransaction`, such as `Stale`, `Future`, `Payment` or `BadProof`."""
    return Refusal("Invalid", reason)


def custom(code: int) -> Refusal:
    """An `InvalidTransaction::Custom`; the codes are the chain's `CustomTransactionError`."""
    return Refusal("Invalid", ("Custom", code))


def unknown(reason: str) -> Refusal:
    """An `UnknownTransaction`: its validity cannot be determined."""
    return Refusal("Unknown", reason)
