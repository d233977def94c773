"""The failures of dispatchables.

A dispatchable fails only by raising `DispatchFailure`. The dispatcher then undoes the call's writes
and deposits the failure in `System.ExtrinsicFailed`. Any other exception from a pallet is a bug,
the counterpart of a panic in a compiled runtime.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NoReturn

if TYPE_CHECKING:
    from chain_spec.declare import Error
    from local_node.runtime.frame.weight import PostDispatch

TokenName = Literal[
    "FundsUnavailable",
    "OnlyProvider",
    "BelowMinimum",
    "CannotCreate",
    "UnknownAsset",
    "Frozen",
    "Unsupported",
    "CannotCreateHold",
    "NotExpendable",
    "Blocked",
]
ArithmeticName = Literal["Underflow", "Overflow", "DivisionByZero"]


class DispatchFailure(Exception):
    """The failure of a call.

    `error` is a declared `Error`, or a `DispatchError` value that belongs to no pallet. `post` is
    the weight and payer that the call reports despite the failure.
    """

    def __init__(self, error: Error | str | tuple[str, Any]) -> None:
        super().__init__(error)
        self.error = error
        self.post: PostDispatch | None = None

    def __str__(self) -> str:
        error = self.error
        if isinstance(error, (str, tuple)):
            return str(error)
        return error.full_name


def fail(error: Error | str | tuple[str, Any]) -> DispatchFailure:
    """The failure to raise: `raise fail(errors.NotEnoughBalance)`."""
    return DispatchFailure(error)


def ensure(condition: object, error: Error | str | tuple[str, Any]) -> None:
    """Fail with `error` unless the condition is true."""
    if not condition:
        raise DispatchFailure(error)


BAD_ORIGIN = "BadOrigin"
CANNOT_LOOKUP = "CannotLookup"
CONSUMER_REMAINING = "ConsumerRemaining"
NO_PROVIDERS = "NoProviders"
TOO_MANY_CONSUMERS = "TooManyConsumers"
UNAVAILABLE = "Unavailable"
ROOT_NOT_ALLOWED = "RootNotAllowed"


def token(name: TokenName) -> tuple[str, str]:
    """A `DispatchError::Token`."""
    return ("Token", name)


def arithmetic(name: ArithmeticName) -> tuple[str, str]:
    """A `DispatchError::Arithmetic`."""
    return ("Arithmetic", name)


OVERFLOW = arithmetic("Overflow")
UNDERFLOW = arithmetic("Underflow")
DIVISION_BY_ZERO = arithmetic("DivisionByZero")


class Panic(Exception):
    """A panic of the runtime: a block that breaks a block rule, or a bug in a pallet.

    The counterpart of a trap in a compiled runtime. The executive raises it as the boundary's
    `RuntimePanic`, and the state is restored to that before the call.
    """


class BadInput(Panic):
    """Raised when the input of an entry point does not decode."""


def panic(message: str) -> NoReturn:
    """End the runtime call and drop all its writes."""
    raise Panic(message)
