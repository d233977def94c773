"""The state of limit orders, by their ids."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage.limit_orders import LimitOrdersEnabled, Orders


@dataclass(frozen=True)
class LimitOrderStatus:
    """The state of an order: `Fulfilled`, `PartiallyFilled` or `Cancelled`. `filled` is the rao of
    its amount that were traded so far; None if it is not partly filled."""

    name: str
    filled: int | None = None

    @property
    def words(self) -> str:
        """The state in words."""
        return {"PartiallyFilled": "partly filled"}.get(self.name, self.name.lower())


def order_status(at: BlockContext, order_id: bytes | str) -> Program[LimitOrderStatus | None]:
    """The state of an order by its id (32 bytes, or 0x text); None while nothing was done to it."""
    found = yield from storage(at, Orders, order_id)  # type: ignore[arg-type]  # 0x text is bytes
    if found is None:
        return None
    if isinstance(found, str):
        return LimitOrderStatus(found)
    name, filled = found
    return LimitOrderStatus(name, int(filled))


def limit_orders_enabled(at: BlockContext) -> Program[bool]:
    """Whether the chain carries out limit orders."""
    return (yield from storage(at, LimitOrdersEnabled))
