"""The origin of a call.

An origin is a caller (root, a signed account, none, or a pallet's own origin) plus the filters that
its calls must pass. Root passes every filter. Every other origin must pass at least the runtime's
base call filter, which the dispatcher adds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from btsdk.frozen import Frozen, replace
from local_node.runtime.frame.errors import BAD_ORIGIN, fail

CallValue = tuple[str, Any]
"""A decoded `RuntimeCall`: `("Balances", ("transfer_all", {"dest": …, "keep_alive": …}))`."""

CallFilter = Callable[[CallValue], bool]


class Origin(Frozen):
    """The origin of a call; `caller` is a decoded `OriginCaller`: `("system", ("Signed",
    account))`.
    """

    caller: tuple[str, Any]
    filters: tuple[CallFilter, ...] = ()
    unfiltered: bool = False
    """True for the plain root origin, whose calls skip the base filter."""

    @property
    def signer(self) -> bytes | None:
        """The account of a signed origin, or None."""
        pallet, value = self.caller
        if pallet == "system" and isinstance(value, tuple) and value[0] == "Signed":
            account: bytes = value[1]
            return account
        return None

    @property
    def is_root(self) -> bool:
        return self.caller == ROOT_CALLER

    @property
    def is_none(self) -> bool:
        return self.caller == NONE_CALLER

    def with_filter(self, allows: CallFilter) -> Origin:
        """The same caller; its calls, nested ones included, must also pass `allows`."""
        return replace(self, filters=(*self.filters, allows))

    def with_caller(self, caller: tuple[str, Any]) -> Origin:
        """Another caller with the same filters (`set_caller_from` in FRAME)."""
        return replace(self, caller=caller)


ROOT_CALLER: tuple[str, Any] = ("system", "Root")
NONE_CALLER: tuple[str, Any] = ("system", "None")

root = Origin(ROOT_CALLER, unfiltered=True)
none = Origin(NONE_CALLER)


def signed(account: bytes) -> Origin:
    """The origin of an extrinsic that `account` signed."""
    return Origin(("system", ("Signed", account)), (), False)  # no defaults: a hot path


def from_caller(caller: tuple[str, Any]) -> Origin:
    """The origin of a decoded `OriginCaller`, with its initial filters."""
    return Origin(caller, unfiltered=caller == ROOT_CALLER)


def from_pallet(pallet: str, value: Any) -> Origin:
    """A pallet's own origin, as in `from_pallet("Triumvirate", ("Members", (3, 4)))`."""
    return Origin((pallet, value))


def ensure_signed(origin: Origin) -> bytes:
    """The signer; any other origin fails with `BadOrigin`."""
    account = origin.signer
    if account is None:
        raise fail(BAD_ORIGIN)
    return account


def ensure_root(origin: Origin) -> None:
    """Require root; any other origin fails with `BadOrigin`."""
    if not origin.is_root:
        raise fail(BAD_ORIGIN)


def ensure_none(origin: Origin) -> None:
    """Require an inherent or unsigned extrinsic; any other origin fails with `BadOrigin`."""
    if not origin.is_none:
        raise fail(BAD_ORIGIN)


def ensure_signed_or_root(origin: Origin) -> bytes | None:
    """The signer, or None for root; any other origin fails with `BadOrigin`."""
    return None if origin.is_root else ensure_signed(origin)
