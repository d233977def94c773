"""Runs sequences on both sides, and counts what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from chain_spec import chains
from local_node.embedded.local_chain import LocalChain
from tests.differential.calls import Steps
from tests.differential.judge import Judge, own
from tests.differential.side import Side

LENGTH: Final = 8
AFTER: Final = 2
"""Empty blocks at the end, in which scheduled calls still run."""


@dataclass
class Report:
    """`unexplained` has the seed, the place and the words of each difference."""

    sequences: int = 0
    steps: int = 0
    explained: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    unexplained: list[str] = field(default_factory=list)


@contextmanager
def both_sides(spec: str) -> Iterator[tuple[Side, Side]]:
    """The bundled runtime's chain, and that of a raw spec."""
    theirs_spec = chains.load(spec)
    # Pulses would come on one side alone.
    with LocalChain("dev", beacon=False) as ours, LocalChain(theirs_spec, beacon=False) as theirs:
        yield Side(ours), Side(theirs)


def run(sides: tuple[Side, Side], seeds: range) -> Report:
    """The sequences of these seeds."""
    report = Report()
    for seed in seeds:
        _sequence(sides, seed, report)
        report.sequences += 1
    return report


def _sequence(sides: tuple[Side, Side], seed: int, report: Report) -> None:
    steps, judge = Steps(seed), Judge()
    for side in sides:
        side.begin()
    for number in range(LENGTH + AFTER):
        step = steps.step() if number < LENGTH else None
        mine, referee = (side.act(step) for side in sides)
        report.steps += step is not None
        report.events.update(name for name, _ in mine.events)
        differences = judge.differences(step, mine, referee)
        if differences:
            reason = own(mine, referee)
            if reason is None:
                report.unexplained.append("\n  ".join((f"{seed}.{number} {step}", *differences)))
            else:
                report.explained[reason] += 1
            return
    stored = [side.stored() for side in sides]
    shared = stored[0].keys() & stored[1].keys()
    unlike = [
        f"{name}: {stored[0][name]} / {stored[1][name]}"
        for name in sorted(shared)
        if stored[0][name] != stored[1][name]
    ]
    if unlike:
        report.unexplained.append("\n  ".join((f"{seed}: entries", *unlike)))
