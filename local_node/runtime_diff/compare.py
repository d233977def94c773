"""Two chains side by side: the same steps, and how their outcomes differ.

Amounts of fees and what follows from them (balances, treasuries, the weight of the block) differ
between releases of a runtime, so a difference is told in the kind that it is of: `error`, `events`,
`fee`, `storage`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chain_spec.chains import ChainSpec
from local_node.embedded.local_chain import LocalChain
from local_node.runtime_diff.outcome import StepOutcome, perform, prepare
from local_node.runtime_diff.script import Script, ScriptStep

PAYMENT = frozenset({"TransactionPayment.TransactionFeePaid", "Balances.Withdraw"})
"""Events that only tell of the fee, which is compared by itself."""


@dataclass(frozen=True)
class Difference:
    """One way in which the outcomes differ: its kind, and both sides in words."""

    kind: str
    one: str
    other: str


@dataclass(frozen=True)
class Compared:
    """A step, what it did on both chains, and how that differs."""

    step: ScriptStep
    one: StepOutcome
    other: StepOutcome
    differences: tuple[Difference, ...]


def compare(one: ChainSpec, other: ChainSpec, script: Script) -> Iterator[Compared]:
    """Perform a script on fresh chains of two specs, step by step."""
    # Pulses would come on the bundled runtime alone, and differ.
    with LocalChain(one, beacon=False) as first, LocalChain(other, beacon=False) as second:
        for chain in (first, second):
            prepare(chain, script)
        for step in script.steps:
            outcomes = perform(first, step), perform(second, step)
            yield Compared(step, *outcomes, tuple(differences(*outcomes)))


def differences(one: StepOutcome, other: StepOutcome) -> Iterator[Difference]:
    """How two outcomes differ, the graver first."""
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
    """The items that one side changed otherwise than the other one, with the number of keys."""
    found = [f"{name} ×{n}" for name, n in mine.items() if theirs.get(name) != n]
    return ", ".join(found) or "nothing else"
