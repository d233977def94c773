"""Who a call comes from.

An origin is a caller (root, a signed account, nobody, or a pallet's own origin) and the filters
that its calls must pass. Root passes every filter; every other origin passes at least the
runtime's base call filter, which the dispatcher adds by itself.
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
    """`caller` is the decoded `OriginCaller`, as in `("system", ("Signed", account))`."""

    caller: tuple[str, Any]
    filters: tuple[CallFilter, ...] = ()
    unfiltered: bool = False
    """True for root as it is made: its calls skip the base filter too."""

    @property
    def signer(self) -> bytes | None:
        """The account of a signed origin, None for any other."""
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
        """The same caller, whose calls must also pass `allows`, however deeply nested."""
        return replace(self, filters=(*self.filters, allows))

    def with_caller(self, caller: tuple[str, Any]) -> Origin:
        """Another caller under the same filters (`set_caller_from` in FRAME)."""
        return replace(self, caller=caller)


ROOT_CALLER: tuple[str, Any] = ("system", "Root")
NONE_CALLER: tuple[str, Any] = ("system", "None")

root = Origin(ROOT_CALLER, unfiltered=True)
none = Origin(NONE_CALLER)


def signed(account: bytes) -> Origin:
    """The origin of an extrinsic that `account` signed."""
    return Origin(("system", ("Signed", account)), (), False)  # all said: one for each extrinsic


def from_caller(caller: tuple[str, Any]) -> Origin:
    """The origin of a decoded `OriginCaller`, with the filters that it starts with."""
    return Origin(caller, unfiltered=caller == ROOT_CALLER)


def from_pallet(pallet: str, value: Any) -> Origin:
    """A pallet's own origin, as in `from_pallet("Triumvirate", ("Members", (3, 4)))`."""
    return Origin((pallet, value))


def ensure_signed(origin: Origin) -> bytes:
    """The signer; any other origin is a `BadOrigin`."""
    account = origin.signer
    if account is None:
        raise fail(BAD_ORIGIN)
    return account


def ensure_root(origin: Origin) -> None:
    """Root only; any other origin is a `BadOrigin`."""
    if not origin.is_root:
        raise fail(BAD_ORIGIN)


def ensure_none(origin: Origin) -> None:
    """An inherent or an unsigned extrinsic; any other origin is a `BadOrigin`."""
    if not origin.is_none:
        raise fail(BAD_ORIGIN)


def ensure_signed_or_root(origin: Origin) -> bytes | None:
    """The signer, or None for root; any other origin is a `BadOrigin`."""
    return None if origin.is_root else ensure_signed(origin)
