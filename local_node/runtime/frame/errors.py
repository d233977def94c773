"""How a call says no.

A dispatchable fails by raising `DispatchFailure`, and by nothing else: the dispatcher then undoes
what the call wrote and puts the failure into `System.ExtrinsicFailed`. Any other exception out of
a pallet is a bug, the counterpart of a panic in a compiled runtime.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NoReturn

if TYPE_CHECKING:
    from chain_spec.declare import Error
    from local_node.runtime.frame.pallet import PostDispatch

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
    """A call failed. `error` is a declared `Error`, or a `DispatchError` value no pallet owns.

    `post` is what the call reports about its weight and its payer in spite of the failure.
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
    """Fail with `error` unless the condition holds."""
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
    """The runtime cannot go on: a block that breaks a rule of its own, or a bug in a pallet.

    The counterpart of a trap in a compiled runtime. The executive makes the boundary's
    `RuntimePanic` of it, and the state is as it was before the call.
    """


class BadInput(Panic):
    """The bytes that an entry point was given are not what it takes."""


def panic(message: str) -> NoReturn:
    """End the runtime call; nothing of it stays."""
    raise Panic(message)
