"""The conviction of locked stake: its growth and, unless the lock is perpetual, its decay.

With tau_u the unlock rate and tau_m the maturity rate in blocks, a lock of mass m decays by
``exp(-t / tau_u)``, and conviction follows the mass with the time constant tau_m. A lock to the
subnet owner's hotkey has its full conviction at once. Invariant: pure; masses are rao of alpha,
convictions and factors ``U64F64`` bits, equal to the chain's in the last bit.
"""

from __future__ import annotations

from typing import NamedTuple

from local_node.runtime.arithmetic.fixed import I64F64, U64F64
from local_node.runtime.arithmetic.transcendental import exp

DUST = 100
"""The dust limit in rao: a lock with less mass and less conviction is removed."""

_MIN_RATIO = I64F64.from_int(-40)
_U64_MAX = (1 << 64) - 1


class LockState(NamedTuple):
    """A lock, or a sum of locks, as of block ``last_update``."""

    locked_mass: int
    conviction: int
    last_update: int

    def is_dust(self) -> bool:
        """Whether the lock is below the dust limit."""
        return self.locked_mass < DUST and self.conviction < U64F64.from_int(DUST)

    def is_empty(self) -> bool:
        """Whether mass and conviction are zero."""
        return self.locked_mass == 0 and self.conviction == 0

    def plus(self, other: LockState) -> LockState:
        """The sum of both, as of the later one."""
        return LockState(
            min(self.locked_mass + other.locked_mass, _U64_MAX),
            U64F64.add(self.conviction, other.conviction),
            max(self.last_update, other.last_update),
        )

    def minus(self, mass: int, conviction: int) -> LockState:
        """The lock minus mass and conviction, at least zero."""
        return LockState(
            max(0, self.locked_mass - mass),
            U64F64.sub(self.conviction, conviction),
            self.last_update,
        )


class Rates(NamedTuple):
    """Time constants in blocks."""

    unlock: int
    maturity: int


def empty_lock(now: int) -> LockState:
    """An empty lock as of this block."""
    return LockState(0, 0, now)


def roll_forward(
    lock: LockState, now: int, rates: Rates, *, owner: bool, perpetual: bool
) -> LockState:
    """The lock as it is at block ``now``."""
    if now > lock.last_update:
        lock = _decayed(lock, now, rates, perpetual)
    if owner:
        lock = lock._replace(conviction=U64F64.from_int(lock.locked_mass))
    return lock._replace(locked_mass=0, conviction=0) if lock.is_dust() else lock


def roll_loss(before: LockState, after: LockState) -> tuple[int, int]:
    """The mass and conviction lost by rolling; gains count as zero."""
    mass = max(0, before.locked_mass - after.locked_mass)
    return mass, U64F64.sub(before.conviction, after.conviction)


def exp_decay(elapsed: int, tau: int) -> int:
    """``exp(-elapsed / tau)`` as ``U64F64``; the ratio is limited to 40."""
    if elapsed == 0:
        return U64F64.one
    if tau == 0:
        return 0
    ratio = I64F64.checked_div(I64F64.from_int(-elapsed), I64F64.from_int(tau))
    decay = exp(I64F64, max(_MIN_RATIO if ratio is None else ratio, _MIN_RATIO))
    return U64F64.from_fixed(decay or 0, I64F64)


def _decayed(lock: LockState, now: int, rates: Rates, perpetual: bool) -> LockState:
    elapsed = now - lock.last_update
    unlocking = exp_decay(elapsed, rates.unlock)
    maturing = exp_decay(elapsed, rates.maturity)
    mass = U64F64.from_int(lock.locked_mass)
    if perpetual:
        left = lock.locked_mass
        gained = U64F64.mul(mass, U64F64.sub(U64F64.one, maturing))
    else:
        left = U64F64.to_u64(U64F64.mul(unlocking, mass))
        gained = U64F64.mul(mass, _gain_while_unlocking(elapsed, rates, unlocking, maturing))
    conviction = U64F64.add(U64F64.mul(maturing, lock.conviction), gained)
    return LockState(left, conviction, now)


def _gain_while_unlocking(elapsed: int, rates: Rates, unlocking: int, maturing: int) -> int:
    """The conviction per unit of a mass that decays meanwhile, as ``U64F64``."""
    if rates.unlock == rates.maturity:
        share = U64F64.safe_div(U64F64.from_int(elapsed), U64F64.from_int(rates.maturity))
        return U64F64.mul(share, maturing)
    if rates.unlock == 0 or rates.maturity == 0:
        return 0
    difference = I64F64.sub(
        I64F64.from_fixed(unlocking, U64F64), I64F64.from_fixed(maturing, U64F64)
    )
    weighted = I64F64.mul(I64F64.from_int(rates.unlock), difference)
    gain = I64F64.checked_div(weighted, I64F64.from_int(rates.unlock - rates.maturity)) or 0
    return U64F64.from_fixed(gain, I64F64)
