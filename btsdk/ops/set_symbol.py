"""The operation that chooses the symbol of a subnet's token."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.errors import UsageError
from btsdk.events.subtensor import SymbolUpdated
from btsdk.ops.checks import settle_netuid
from btsdk.ops.ownership import acts_as_root, not_owner, through_sudo
from btsdk.reads.symbols import symbols
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.token_symbols import TOKEN_SYMBOLS
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected

__all__ = ["SetSymbol"]

_SHOWN = 8
"""How many free symbols a refusal names."""


@dataclass(frozen=True)
class SetSymbol:
    """Choose another symbol for a subnet's token: one of `View.free_symbols`. Signed by the
    subnet's owner, or by the sudo key."""

    netuid: int
    symbol: str

    def __post_init__(self) -> None:
        settle_netuid(self)
        if not isinstance(self.symbol, str):
            raise UsageError(f"a symbol is text, not {type(self.symbol).__name__}")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`update_symbol`."""
        if (yield from acts_as_root(at, self.netuid, origin)):
            return (yield from through_sudo(self, at, origin))
        return (yield from self._draft(at, (yield from not_owner(at, self.netuid, origin))))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The same call with the Root origin."""
        return (yield from self._draft(at, ()))

    def _draft(self, at: BlockContext, foreign: tuple[Refusal, ...]) -> Program[Draft]:
        used = yield from symbols(at)
        effect = f"the symbol of subnet {self.netuid} is set to {self.symbol!r}"
        now = used.get(self.netuid)
        return Draft(
            calls.UpdateSymbol(netuid=self.netuid, symbol=self.symbol),
            (effect if now is None else f"{effect}; it is {now!r} now",),
            expects=(expected(SymbolUpdated, netuid=self.netuid, symbol=self.symbol.encode()),),
            refusals=foreign or self._refusals(used),
        )

    def _refusals(self, used: dict[int, str]) -> tuple[Refusal, ...]:
        free = [one for one in TOKEN_SYMBOLS[1:] if one not in used.values()]
        some = f"free are {' '.join(free[:_SHOWN])} and {len(free) - _SHOWN:,} more"
        if self.symbol not in TOKEN_SYMBOLS[1:]:
            reason = f"the chain has no symbol {self.symbol!r}: {some}"
            return (Refusal("SubtensorModule.SymbolDoesNotExist", reason),)
        holder = next((netuid for netuid, one in used.items() if one == self.symbol), None)
        if holder is None:
            return ()
        reason = f"{self.symbol!r} is the symbol of subnet {holder}: {some}"
        return (Refusal("SubtensorModule.SymbolAlreadyInUse", reason),)
