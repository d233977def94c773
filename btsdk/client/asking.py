"""Reads that are not run yet, so that several run in one round trip: `view.ask` and `view.gather`.

balance, price = view.gather(view.ask.balance(address), view.ask.price(1))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from btsdk.client.core import Core
from btsdk.client.methods import Asking, ViewMethods
from btsdk.descriptors import ApiMethod, StorageItem
from btsdk.rpc.effects import Program
from btsdk.state import query
from btsdk.state.block_context import BlockContext

if TYPE_CHECKING:
    from btsdk.descriptors.inputs import Account

P = ParamSpec("P")
T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class _Unrun:
    """Stands where a view has its client: a program is handed back instead of run."""

    def __init__(self, core: Core) -> None:
        self.core = core

    def run(self, program: Program[T]) -> Program[T]:
        return program


class AskedView(Asking, ViewMethods):
    """The reads of a view as programs, for `View.gather`."""

    def __init__(self, core: Core, at: BlockContext) -> None:
        self.client = _Unrun(core)
        self.at = at

    def storage(self, item: StorageItem[P, K, V], *keys: P.args, **named: P.kwargs) -> Program[V]:
        """The value of a storage item."""
        return query.storage(self.at, item, *keys, **named)

    def storage_map(self, item: StorageItem[..., K, V], *prefix: Any) -> Program[list[tuple[K, V]]]:
        """All entries of a map under a prefix of its keys."""
        return query.storage_map(self.at, item, *prefix)

    def call_api(self, method: ApiMethod[P, V], *args: P.args, **named: P.kwargs) -> Program[V]:
        """The result of a runtime API method."""
        return query.call_api(self.at, method, *args, **named)

    def events(self, kind: Any = None, *, account: Account | None = None) -> Program[Any]:
        """The events of the block, as `View.events` gives them."""
        return self.client.core.events(self.at, kind, account)
