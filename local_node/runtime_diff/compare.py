"""Comparison of two chains: the same steps, and the differences of their outcomes.

Fees, and what depends on them (balances, treasuries, the weight of the block), differ between
releases of a runtime, so each difference has a kind: `error`, `events`, `fee`, `storage`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chain_spec.chains import ChainSpec
from local_node.embedded.local_chain import LocalChain
from local_node.runtime_diff.outcome import StepOutcome, perform, prepare
from local_node.runtime_diff.script import Script, ScriptStep

PAYMENT = frozenset({"TransactionPayment.TransactionFeePaid", "Balances.Withdraw"})
"""Events that only report the fee, which is compared by itself."""


@dataclass(frozen=True)
class Difference:
    """One difference between the outcomes: its kind, and both sides in words."""

    kind: str
    one: str
    other: str


@dataclass(frozen=True)
class Compared:
    """A step, its outcome on both chains, and the differences."""

    step: ScriptStep
    one: StepOutcome
    other: StepOutcome
    differences: tuple[Difference, ...]


def compare(one: ChainSpec, other: ChainSpec, script: Script) -> Iterator[Compared]:
    """Run a script on fresh chains of two specs, step by step."""
    # Only the bundled runtime would get pulses: a false difference.
    with LocalChain(one, beacon=False) as first, LocalChain(other, beacon=False) as second:
        for chain in (first, second):
            prepare(chain, script)
        for step in script.steps:
            outcomes = perform(first, step), perform(second, step)
            yield Compared(step, *outcomes, tuple(differences(*outcomes)))


def differences(one: StepOutcome, other: StepOutcome) -> Iterator[Difference]:
    """The differences of two outcomes, the more serious first."""
    if one.error != other.error:
        yield Difference("error", one.error or "none", other.error or "none")
    if _events(one) != _events(other):
        yield Difference("events", ", ".join(_events(one)), ", ".join(_events(other)))
    if one.fee != other.fee:
        yield Difference("fee", _rao(one.fee), _rao(other.fee))
    items = one.storage, other.storage
    if items[0] != items[1]:
        yield Difference("storage", *(_only(mine, theirs) for mine, theirs in (items, items[::-1])))


def _events(outcome: StepOutcome) -> list[str]:
    return [name for name, _ in outcome.events if name not in PAYMENT]


def _rao(fee: int | None) -> str:
    return "none" if fee is None else f"{fee} rao"


def _only(mine: dict[str, int], theirs: dict[str, int]) -> str:
    """The items that this side changed differently from the other, with the number of keys."""
    found = [f"{name} ×{n}" for name, n in mine.items() if theirs.get(name) != n]
    return ", ".join(found) or "nothing else"
