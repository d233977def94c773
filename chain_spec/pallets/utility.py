"""Batches and derived accounts (Subtensor's fork of the pallet)."""

from __future__ import annotations

from chain_spec.declare import Call, Constant, Error, Event, Pallet
from chain_spec.types import Vec, alias, u16, u32
from chain_spec.types.frame import OriginCaller
from chain_spec.types.labels import BoxedCall, DispatchResult
from chain_spec.types.substrate import DispatchError, RuntimeCall, Weight

Box = alias("Box<T::PalletsOrigin>", OriginCaller)


class calls:
    batch = Call(0, calls=Vec(alias("<T as Config>::RuntimeCall", RuntimeCall)))
    as_derivative = Call(1, index=u16, call=BoxedCall)
    batch_all = Call(2, calls=Vec(alias("<T as Config>::RuntimeCall", RuntimeCall)))
    dispatch_as = Call(3, as_origin=Box, call=BoxedCall)
    force_batch = Call(4, calls=Vec(alias("<T as Config>::RuntimeCall", RuntimeCall)))
    with_weight = Call(5, call=BoxedCall, weight=Weight)
    if_else = Call(6, main=BoxedCall, fallback=BoxedCall)
    dispatch_as_fallible = Call(7, as_origin=Box, call=BoxedCall)


class events:
    BatchInterrupted = Event(0, index=u32, error=DispatchError)
    BatchCompleted = Event(1)
    BatchCompletedWithErrors = Event(2)
    ItemCompleted = Event(3)
    ItemFailed = Event(4, error=DispatchError)
    DispatchedAs = Event(5, result=DispatchResult)
    IfElseMainSuccess = Event(6)
    IfElseFallbackCalled = Event(7, main_error=DispatchError)


class errors:
    TooManyCalls = Error(0, "The batch has more calls than fit; split it.")
    InvalidDerivedAccount = Error(1, "No account could be derived from this one.")


class constants:
    batched_calls_limit = Constant(u32, 10_922)


pallet = Pallet(
    "Utility",
    11,
    crate="pallet_subtensor_utility",
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
    plain_events=True,
)
