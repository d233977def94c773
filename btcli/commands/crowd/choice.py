"""Which crowdloans `crowd list` shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from btcli.commands.crowd import loans
from btcli.commands.crowd.loans import ShownLoan
from btsdk.errors import UsageError

ORDERS: dict[str, Callable[[ShownLoan], Any]] = {
    "id": lambda one: one.loan.id,
    "raised": lambda one: one.loan.raised.rao,
    "end": lambda one: one.loan.end,
    "contributors": lambda one: one.loan.contributors,
}


@dataclass(frozen=True)
class Choice:
    """The filters and the order; None is any."""

    status: str | None
    kind: str | None
    sort_by: str
    sort_order: str | None
    creator: str | None

    def __post_init__(self) -> None:
        _check("status", self.status, loans.STATUSES)
        _check("type", self.kind, loans.KINDS)
        _check("order", self.sort_by, tuple(ORDERS))
        _check("sort order", self.sort_order, ("asc", "desc"))

    def of(self, found: Iterable[ShownLoan], *named: Mapping[str, str]) -> list[ShownLoan]:
        """The chosen ones, in order. `named` are the names of addresses to search."""
        chosen = [
            one
            for one in found
            if self.status in (None, one.status)
            and self.kind in (None, one.kind)
            and self._is_by(one.loan.creator, named)
        ]
        downwards = self.sort_order == "desc"
        if self.sort_order is None:
            downwards = self.sort_by == "raised"
        return sorted(chosen, key=ORDERS[self.sort_by], reverse=downwards)

    def _is_by(self, creator: str, named: tuple[Mapping[str, str], ...]) -> bool:
        """Whether the text is part of the address or of one of its names."""
        if self.creator is None:
            return True
        known = (creator, *(names.get(creator, "") for names in named))
        return any(self.creator.lower() in name.lower() for name in known)


def _check(what: str, given: str | None, known: tuple[str, ...]) -> None:
    if given is not None and given not in known:
        raise UsageError(f"unknown {what} {given!r}", hint=f"One of: {', '.join(known)}.")
