"""How a lock and its conviction change with time, if nothing else happens.

The chain's formulas, in floating point: a decaying lock is left by exp(-t / unlock rate), and
conviction follows the lock with the time constant of the maturity rate. A lock to the hotkey of the
subnet's owner has its whole conviction at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, TypedDict

from btcli.render.blocks import Table
from btsdk.constants.aura import SlotDuration
from btsdk.keys import ss58
from btsdk.storage.subtensor import MaturityRate, SubnetOwnerHotkey, UnlockRate
from btsdk.units import Alpha

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.locks import StakeLock

_STEPS = 12
_TIME_CONSTANTS = 3
"""How far the forecast goes: e^-3 is 5 %."""

_BAR = 24
_DAY = 86_400_000


class ForecastDocument(TypedDict):
    """A lock at a later block, about."""

    block: int
    locked_alpha: str
    conviction_alpha: str


@dataclass(frozen=True)
class Moment:
    """A lock `blocks` from now."""

    blocks: int
    locked: Alpha
    conviction: Alpha


@dataclass(frozen=True)
class Rates:
    """Time constants, in blocks."""

    unlock: int
    maturity: int


@dataclass(frozen=True)
class Forecast:
    """The moments of a forecast from block `begin` on; a slot is in milliseconds."""

    begin: int
    slot: int
    moments: Sequence[Moment]

    def documents(self) -> list[ForecastDocument]:
        """The forecast in JSON."""
        return [
            {
                "block": self.begin + moment.blocks,
                "locked_alpha": moment.locked.decimal(),
                "conviction_alpha": moment.conviction.decimal(),
            }
            for moment in self.moments
        ]

    def table(self) -> Table:
        """A row for each moment, with a bar for the conviction."""
        most = max((moment.conviction.rao for moment in self.moments), default=0) or 1
        return Table(
            ("days", "block", "locked", "conviction", "graph"),
            [
                (
                    f"{moment.blocks * self.slot / _DAY:,.1f}",
                    f"{self.begin + moment.blocks:,}",
                    f"{moment.locked:,.4}",
                    f"{moment.conviction:,.4}",
                    "█" * round(_BAR * moment.conviction.rao / most),
                )
                for moment in self.moments
            ],
            title="Conviction with time, if nothing else changes",
            right=frozenset({"days", "block", "locked", "conviction"}),
            spare=("graph", "block"),
        )


def forecast(view: View, lock: StakeLock) -> Forecast:
    """The forecast of a lock from the view's block on."""
    rates = Rates(view.storage(UnlockRate), view.storage(MaturityRate))
    owner = view.storage(SubnetOwnerHotkey, lock.netuid) == ss58.decode(lock.hotkey)
    slot = view.constant(SlotDuration)
    return Forecast(view.number, slot, list(moments(lock, rates, of_owner=owner)))


def moments(lock: StakeLock, rates: Rates, *, of_owner: bool) -> Iterator[Moment]:
    """The lock now, and at twelve moments within three time constants."""
    whole = _TIME_CONSTANTS * max(rates.unlock, rates.maturity)
    for step in range(_STEPS + 1):
        blocks = whole * step // _STEPS
        locked, conviction = _after(lock, rates, blocks)
        amounts = (locked, locked if of_owner else conviction)
        yield Moment(blocks, *(Alpha.from_rao(int(rao), lock.netuid) for rao in amounts))


def _after(lock: StakeLock, rates: Rates, blocks: int) -> tuple[float, float]:
    """Lock and conviction in rao, so many blocks from now."""
    mass = float(lock.amount.rao)
    unlocking, maturing = _decay(blocks, rates.unlock), _decay(blocks, rates.maturity)
    kept = lock.conviction.rao * maturing
    if lock.perpetual:
        return mass, kept + mass * (1 - maturing)
    if rates.unlock == rates.maturity:
        gain = blocks / max(rates.maturity, 1) * maturing
    else:
        gain = rates.unlock / (rates.unlock - rates.maturity) * (unlocking - maturing)
    return mass * unlocking, kept + mass * gain


def _decay(blocks: int, constant: int) -> float:
    """The part that is left; a time constant of 0 leaves nothing."""
    if not blocks:
        return 1.0
    return exp(-blocks / constant) if constant else 0.0
