"""The rows of the setter tables: calls that check and write one value.

Each row has its own origin, time, rate limit, checks and event. The order of the steps is the same
for all: origin and the owner's rate limits, freeze window, existence of the subnet, bounds, the
write, the event, and the start of the owner's limits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from btsdk.frozen import Frozen
from chain_spec.pallets.admin_utils import errors
from local_node.runtime.frame import Context, Origin, ensure, ensure_root
from local_node.runtime.pallets.subtensor.owners import (
    ensure_owner_or_root_within,
    ensure_window_open,
    record_owner_update,
)
from local_node.runtime.pallets.subtensor.rate_limits import RateLimit
from local_node.runtime.pallets.subtensor.subnets.subnet import subnet_exists

Check = Callable[[Context, int, Any], None]
Write = Callable[[Context, int, Any], None]
Dispatchable = Callable[..., None]


class ChainSetter(NamedTuple):
    """A setter of a chain setting; root only."""

    call: str
    argument: str
    item: Any
    event: Any = None

    def dispatchable(self) -> Dispatchable:
        def dispatch(ctx: Context, origin: Origin, **args: Any) -> None:
            ensure_root(origin)
            value = args[self.argument]
            ctx.set(self.item, value)
            if self.event is not None:
                ctx.emit(self.event, value)

        return _named(dispatch, self.call, f"Set `{self.item.name}`; root only.")


class SubnetSetter(Frozen):
    """A setter of a subnet's value: by root, and with `limit` also by the subnet's owner.

    `item` stores the value; `write` replaces that write. An `event` has the netuid and the value,
    with the names in `event_fields`.
    """

    call: str
    argument: str
    item: Any = None
    limit: RateLimit | None = None
    event: Any = None
    window: bool = True
    exists: bool = True
    checks: tuple[Check, ...] = ()
    owner_checks: tuple[Check, ...] = ()
    """A check for the owner only."""
    write: Write | None = None
    event_fields: Any = None

    def dispatchable(self) -> Dispatchable:
        def dispatch(ctx: Context, origin: Origin, netuid: int, **args: Any) -> None:
            self._run(ctx, origin, netuid, args[self.argument])

        who = "root only" if self.limit is None else "by the subnet's owner or root"
        return _named(dispatch, self.call, f"Set `{self.argument}` of a subnet; {who}.")

    def _run(self, ctx: Context, origin: Origin, netuid: int, value: Any) -> None:
        owner = self._ensure_origin(ctx, origin, netuid)
        if self.window:
            ensure_window_open(ctx, netuid)
        if owner is not None:
            self._check(ctx, netuid, value, self.owner_checks)
        if self.exists:
            ensure(subnet_exists(ctx, netuid), errors.SubnetDoesNotExist)
        self._check(ctx, netuid, value, self.checks)
        self._write(ctx, netuid, value)
        if self.limit is not None:
            record_owner_update(ctx, owner, netuid, [self.limit])

    def _ensure_origin(self, ctx: Context, origin: Origin, netuid: int) -> bytes | None:
        if self.limit is None:
            ensure_root(origin)
            return None
        return ensure_owner_or_root_within(ctx, origin, netuid, [self.limit])

    @staticmethod
    def _check(ctx: Context, netuid: int, value: Any, checks: tuple[Check, ...]) -> None:
        for check in checks:
            check(ctx, netuid, value)

    def _write(self, ctx: Context, netuid: int, value: Any) -> None:
        if self.write is not None:
            self.write(ctx, netuid, value)
        else:
            ctx.put(self.item, netuid, value)
        if self.event is not None:
            ctx.emit(self.event, netuid, value)
        if self.event_fields is not None:
            ctx.emit(self.event_fields, **{"netuid": netuid, self._event_field(): value})

    def _event_field(self) -> str:
        """The event's second field, which has the value's name."""
        return str(self.event_fields.fields[1].name)


def _named(function: Dispatchable, name: str, docs: str) -> Dispatchable:
    function.__name__ = function.__qualname__ = name
    function.__doc__ = docs
    return function
