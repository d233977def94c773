"""The framework of the pallets: the counterpart of FRAME.

Layers, top to bottom:

  outcome     a dispatch whose failure does not fail the caller
  context     typed storage, events and constants of the current block
  pallet      the parts of a pallet: calls, hooks, genesis, runtime APIs
  dispatcher  the protocol of the dispatcher over all pallets
  schema      a compiled interface: raw keys, codecs, event prefixes
  bounds      the length limits of bounded collections in a call
  origin      the origin of a call and its filters
  validity    the validity of an extrinsic, as the pool sees it
  errors      failures of dispatchables
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
from local_node.runtime.frame.pallet import Hooks, RuntimePallet
from local_node.runtime.frame.weight import PostDispatch, Weight

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
