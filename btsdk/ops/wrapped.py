"""Operations that run an operation otherwise than the signer would by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from btsdk.descriptors.inputs import Account
from btsdk.descriptors.values import Weight
from btsdk.errors import UsageError
from btsdk.events.sudo import Sudid, SudoAsDone
from btsdk.events.utility import DispatchedAs
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.metadata import Metadata
from btsdk.ops.checks import settle_account
from btsdk.ops.derived import U16_MAX, derivative_address
from btsdk.ops.raw import RawCall, sudo_refusals
from btsdk.reads.accounts import address_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable, Finish, Refusal, Wanted, drafted, enclosed
from btsdk.tx.outcome import expected

__all__ = ["AsDerivative", "DispatchAs", "IfElse", "SudoAs", "SudoUncheckedWeight", "WithWeight"]

Wrap = Callable[[Any], Encodable]
"""Makes the outer call around an inner one, in the codec's shape."""


@dataclass(frozen=True)
class AsDerivative:
    """An operation of the signer's derivative number `index` (`derivative_address`).

    A derivative is an account without a key; the signer pays the fee.
    """

    operation: Wanted
    index: int

    def __post_init__(self) -> None:
        settle(self, "index", 0, U16_MAX)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`as_derivative`."""
        address = derivative_address(origin, self.index)
        inner = yield from drafted(self.operation, at, address)
        args = {"index": self.index}
        outer = _around(inner, at.metadata, lambda call: _utility("as_derivative", args, call))
        effects = (f"{origin} acts for its derivative {address}:", *inner.effects)
        return replace(outer, effects=effects, spends=None)


@dataclass(frozen=True)
class IfElse:
    """An operation, and another one if the first fails."""

    operation: Wanted
    otherwise: Wanted

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`if_else`, which fails only if both do."""
        main = yield from drafted(self.operation, at, origin)
        fallback = yield from drafted(self.otherwise, at, origin)
        if main.finish is not None or fallback.finish is not None:
            raise UsageError("an operation with a proof of work has no alternative: send it alone")
        args = {
            "main": enclosed(main.call, at.metadata),
            "fallback": enclosed(fallback.call, at.metadata),
        }
        effects = (*main.effects, *(f"if that fails: {effect}" for effect in fallback.effects))
        refusals = fallback.refusals if main.refusals else ()
        spends = [one.spends for one in (main, fallback) if one.spends is not None]
        return Draft(
            RawCall("Utility", "if_else", args),
            effects,
            (*main.warnings, *(f"if that fails: {one}" for one in fallback.warnings)),
            spends=max(spends, default=None),
            announced=(*main.announced, *fallback.announced),
            refusals=refusals,
            if_short="",  # one of both may succeed
        )


@dataclass(frozen=True)
class DispatchAs:
    """An operation with the origin of any account, for root: `Sudo(DispatchAs(…, account))`.

    Unless it is `fallible`, a failure of the operation does not undo what surrounds it.
    """

    operation: Wanted
    account: Account
    fallible: bool = False

    def __post_init__(self) -> None:
        settle_account(self, "account")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`dispatch_as`, or `dispatch_as_fallible`."""
        account = address_of(self.account, "account")
        inner = yield from drafted(self.operation, at, account)
        args = {"as_origin": ("system", ("Signed", ss58.decode(account)))}
        name = "dispatch_as_fallible" if self.fallible else "dispatch_as"
        outer = _around(inner, at.metadata, lambda call: _utility(name, args, call))
        return replace(
            outer,
            effects=(f"as {account}:", *inner.effects),
            spends=None,
            expects=(*inner.expects, expected(DispatchedAs)),
            refusals=(_ROOT_ONLY,),
        )


@dataclass(frozen=True)
class WithWeight:
    """An operation with a weight given by the caller, for root: `Sudo(WithWeight(…))`."""

    operation: Wanted
    ref_time: int
    proof_size: int = 0

    def __post_init__(self) -> None:
        _settle_weight(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`with_weight`."""
        inner = yield from drafted(self.operation, at, origin)
        args = {"weight": _weight(self)}
        outer = _around(inner, at.metadata, lambda call: _utility("with_weight", args, call))
        return replace(outer, refusals=(_ROOT_ONLY,))


@dataclass(frozen=True)
class SudoAs:
    """An operation with the origin of any account, signed by the sudo key."""

    operation: Wanted
    account: Account

    def __post_init__(self) -> None:
        settle_account(self, "account")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`sudo_as`."""
        account = address_of(self.account, "account")
        inner = yield from drafted(self.operation, at, account)
        refusals = yield from sudo_refusals(at, origin)
        outer = _around(
            inner,
            at.metadata,
            lambda call: RawCall("Sudo", "sudo_as", {"who": account, "call": call}),
        )
        return replace(
            outer,
            effects=(f"{origin}, the sudo key, acts as {account}:", *inner.effects),
            spends=None,
            expects=(*inner.expects, expected(SudoAsDone)),
            refusals=(*refusals, *inner.refusals),
        )


@dataclass(frozen=True)
class SudoUncheckedWeight:
    """An operation executed with the Root origin and a weight given by the caller, signed by the
    sudo key: for calls that are too heavy for a block by their own weight."""

    operation: Wanted
    ref_time: int = 0
    proof_size: int = 0

    def __post_init__(self) -> None:
        _settle_weight(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`sudo_unchecked_weight`."""
        inner = yield from drafted(self.operation, at, origin)
        weight = _weight(self)
        outer = _around(
            inner,
            at.metadata,
            lambda call: RawCall("Sudo", "sudo_unchecked_weight", {"call": call, "weight": weight}),
        )
        return replace(
            outer,
            effects=tuple(f"as root: {effect}" for effect in inner.effects),
            spends=None,
            expects=(*inner.expects, expected(Sudid)),
            # Root may do what the chain refuses to an account.
            refusals=(yield from sudo_refusals(at, origin)),
        )


_ROOT_ONLY = Refusal("BadOrigin", "only root may do this: put it into Sudo(…)")


def _settle_weight(operation: WithWeight | SudoUncheckedWeight) -> None:
    for name in ("ref_time", "proof_size"):
        settle(operation, name, 0, (1 << 64) - 1)


def _weight(operation: WithWeight | SudoUncheckedWeight) -> Weight:
    return {"ref_time": operation.ref_time, "proof_size": operation.proof_size}


def _utility(name: str, args: dict[str, Any], call: Any) -> RawCall:
    return RawCall("Utility", name, {**args, "call": call})


def _around(inner: Draft, metadata: Metadata, wrap: Wrap) -> Draft:
    """The same draft with its call, and the one that it ends with, inside another one."""
    finish = None if inner.finish is None else _finished(inner.finish, metadata, wrap)
    # Refusals are also among the warnings, and an outer operation may not have them.
    reasons = {refusal.reason for refusal in inner.refusals}
    warnings = tuple(one for one in inner.warnings if one not in reasons)
    return replace(
        inner, call=wrap(enclosed(inner.call, metadata)), finish=finish, warnings=warnings
    )


def _finished(finish: Finish, metadata: Metadata, wrap: Wrap) -> Finish:
    def program() -> Program[Encodable]:
        return wrap(enclosed((yield from finish()), metadata))

    return program
