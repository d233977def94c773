"""Whether two sides did the same, net of fees.

Each rule of `OWN` is a difference between the releases, listed in docs/chain.md under
"Differential tests".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tests.differential.calls import KEYS, Step
from tests.differential.side import Account, Seen

FORKS: Final = ("'Utility'", "'Proxy'")
"""Pallets of which 425 has Subtensor's own edition, and 218 has Substrate's."""

LEVELLING: Final = ("transfer_all", "force_set_balance")
"""Calls to which all that an account has matters, the fees that it paid included."""

Rule = Callable[[Seen, Seen], bool]


class Judge:
    """Follows one sequence on both sides, and what fees and their consequences were in it."""

    def __init__(self) -> None:
        self._fees: dict[str, int] = dict.fromkeys(KEYS, 0)
        self._slack = 0
        self._has_levelled = False

    def differences(self, step: Step | None, mine: Seen, referee: Seen) -> list[str]:
        """In which ways the two differ."""
        self._note(step, mine, referee)
        found = []
        if mine.refused != referee.refused:
            found.append(f"refused: {mine.refused} / {referee.refused}")
        is_fork = step is not None and any(name in str(step.call) for name in FORKS)
        if not self._same_events(*(_comparable(seen.events, is_fork) for seen in (mine, referee))):
            found.append(f"events: {mine.events} / {referee.events}")
        names = {*mine.accounts, *referee.accounts}
        return found + [
            f"{name}: {mine.accounts.get(name)} / {referee.accounts.get(name)}"
            for name in sorted(names)
            if not self._same_account(name, mine.accounts.get(name), referee.accounts.get(name))
        ]

    def _note(self, step: Step | None, mine: Seen, referee: Seen) -> None:
        """Fees differ, so what is left to move or to overwrite does, and what comes of it later."""
        self._has_levelled |= step is not None and any(map(step.mentions, LEVELLING))
        self._slack += mine.most_fee + referee.most_fee
        for name, key in KEYS.items():
            self._fees[name] += referee.fees.get(key, 0) - mine.fees.get(key, 0)

    def _same_events(self, mine: list[tuple[str, Any]], referee: list[tuple[str, Any]]) -> bool:
        if [name for name, _ in mine] != [name for name, _ in referee]:
            return False
        return all(self._same(a, b) for (_, a), (_, b) in zip(mine, referee, strict=True))

    def _same(self, mine: Any, referee: Any) -> bool:
        if isinstance(mine, dict) and isinstance(referee, dict):
            shared = mine.keys() & referee.keys()
            return all(self._same(mine[name], referee[name]) for name in shared)
        both_are_amounts = type(mine) is int and type(referee) is int
        return self._near(mine - referee) if both_are_amounts else bool(mine == referee)

    def _same_account(self, name: str, mine: Account | None, referee: Account | None) -> bool:
        if mine is None or referee is None:
            return mine is referee
        skew = referee.free - mine.free + self._fees.get(name, 0)
        return mine.rest == referee.rest and self._near(skew)

    def _near(self, skew: int) -> bool:
        return skew == 0 or (self._has_levelled and abs(skew) <= self._slack)


def _comparable(events: list[tuple[str, Any]], is_fork: bool) -> list[tuple[str, Any]]:
    """Every call of Subtensor's forks is of the normal class, and some ask for no fee."""
    if not is_fork or not events:
        return events
    name, fields = events[-1]
    own = ("class", "pays_fee")
    kept = {key: value for key, value in fields.items() if key not in own}
    return [*events[:-1], (name, kept)]


def _only_fees(mine: Seen, referee: Seen) -> bool:
    """Fees differ, and so does who can pay one; an empty batch is free at 425."""
    return "Inability to pay" in mine.error + referee.error and mine.error != referee.error


def _not_sudo(mine: Seen, referee: Seen) -> bool:
    return "Invalid signing address" in (mine.refused or "") and "RequireSudo" in referee.error


def _nested(mine: Seen, referee: Seen) -> bool:
    """425 forbids Utility's calls inside of themselves."""
    return "System.CallFiltered" in str(mine.events) and "CallFiltered" not in str(referee.events)


OWN: Final[dict[str, Rule]] = {
    "who can pay a fee": _only_fees,
    "Sudo of anybody else": _not_sudo,
    "Utility inside of Utility": _nested,
}
"""Differences that are the releases' own; what follows one in a sequence is not compared."""


def own(mine: Seen, referee: Seen) -> str | None:
    """Which of the releases' own differences this is, if any."""
    return next((name for name, rule in OWN.items() if rule(mine, referee)), None)
