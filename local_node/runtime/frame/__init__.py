"""What pallets are written against: the counterpart of FRAME.

Layers, top to bottom:

    outcome     a dispatch whose failure does not end the caller
    context     typed storage, events and constants of the block in the making
    pallet      what a pallet hands over: calls, hooks, genesis, runtime APIs
    dispatcher  what a context asks of all pallets together
    schema      an interface compiled: raw keys, codecs, event heads
    bounds      how long the bounded collections in a call may be
    origin      who a call comes from
    validity    what the pool is told of an extrinsic
    errors      how a call says no
    weight      computation time and proof size
"""

from __future__ import annotations

from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import (
    BAD_ORIGIN,
    CANNOT_LOOKUP,
    DIVISION_BY_ZERO,
    OVERFLOW,
    UNDERFLOW,
    DispatchFailure,
    Panic,
    arithmetic,
    ensure,
    fail,
    panic,
    token,
)
from local_node.runtime.frame.lookup import lookup
from local_node.runtime.frame.origin import (
    Origin,
    ensure_none,
    ensure_root,
    ensure_signed,
    ensure_signed_or_root,
)
from local_node.runtime.frame.pallet import Hooks, PostDispatch, RuntimePallet
from local_node.runtime.frame.weight import Weight

__all__ = [
    "BAD_ORIGIN",
    "CANNOT_LOOKUP",
    "DIVISION_BY_ZERO",
    "OVERFLOW",
    "UNDERFLOW",
    "Context",
    "DispatchFailure",
    "Hooks",
    "Origin",
    "Panic",
    "PostDispatch",
    "RuntimePallet",
    "Weight",
    "arithmetic",
    "ensure",
    "ensure_none",
    "ensure_root",
    "ensure_signed",
    "ensure_signed_or_root",
    "fail",
    "lookup",
    "panic",
    "token",
]
