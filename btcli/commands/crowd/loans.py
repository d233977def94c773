"""Crowdloans as commands show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

from btcli.accounts import kept_calls
from btcli.render.blocks import Facts, Table
from btcli.render.transactions import with_names
from btsdk.errors import NotFound
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.crowdloans import Crowdloan

Status = Literal["active", "funded", "closed", "finalized"]
Kind = Literal["fundraising", "subnet", "call"]

STATUSES: tuple[Status, ...] = ("active", "funded", "closed", "finalized")
KINDS: tuple[Kind, ...] = ("fundraising", "subnet", "call")

_LEASE = "SubtensorModule.register_leased_network("


class CrowdloanDocument(TypedDict):
    """A crowdloan."""

    id: int
    status: Annotated[
        Status, "`active`, `funded` (the cap is raised), `closed` (it ended before) or `finalized`"
    ]
    kind: Annotated[Kind, "`fundraising`, `subnet` (a lease) or `call` (another call)"]
    creator: str
    deposit_tao: str
    min_contribution_tao: str
    max_contribution_tao: Annotated[str | None, "of one account; null without a limit"]
    cap_tao: str
    raised_tao: str
    end: Annotated[int, "a block number"]
    funds_account: str
    target: str | None
    call: Annotated[str | None, "null if there is none, or only its hash is on the chain"]
    contributors: int


class ContributionDocument(TypedDict):
    """A contribution to a crowdloan."""

    ss58: str
    amount_tao: str


@dataclass(frozen=True)
class ShownLoan:
    """A crowdloan, seen from one block."""

    loan: Crowdloan
    block: int
    call: str | None

    @property
    def status(self) -> Status:
        """Where it is between its creation and its end."""
        if self.loan.finalized:
            return "finalized"
        if self.loan.raised >= self.loan.cap:
            return "funded"
        return "active" if self.block < self.loan.end else "closed"

    @property
    def kind(self) -> Kind:
        """What happens with its TAO."""
        if self.loan.target is not None:
            return "fundraising"
        return "subnet" if (self.call or "").startswith(_LEASE) else "call"

    def document(self) -> CrowdloanDocument:
        """The crowdloan for JSON."""
        loan = self.loan
        most = loan.max_contribution
        return {
            "id": loan.id,
            "status": self.status,
            "kind": self.kind,
            "creator": loan.creator,
            "deposit_tao": loan.deposit.decimal(),
            "min_contribution_tao": loan.min_contribution.decimal(),
            "max_contribution_tao": None if most is None else most.decimal(),
            "cap_tao": loan.cap.decimal(),
            "raised_tao": loan.raised.decimal(),
            "end": loan.end,
            "funds_account": loan.funds_account,
            "target": loan.target,
            "call": self.call,
            "contributors": loan.contributors,
        }

    def facts(self, names: Mapping[str, str], own: Tao | None = None) -> Facts:
        """The crowdloan in full, with the contribution of the wallet."""
        loan = self.loan
        rows = [
            ("crowdloan", str(loan.id)),
            ("status", self.status),
            ("raised", f"{loan.raised:,} of {loan.cap:,}"),
            ("ends", self._end()),
            ("contributors", str(loan.contributors)),
            ("creator", with_names(loan.creator, names)),
            ("deposit", f"{loan.deposit:,}"),
            ("minimum", f"{loan.min_contribution:,}"),
        ]
        if loan.max_contribution is not None:
            rows.append(("maximum", f"{loan.max_contribution:,} of one account"))
        if loan.target is not None:
            rows.append(("target", with_names(loan.target, names)))
        else:
            rows.append(("call", with_names(self.call or "only its hash is known", names)))
        if own is not None:
            rows.append(("yours", f"{own:,}"))
        return Facts(rows)

    def _end(self) -> str:
        left = self.loan.end - self.block
        if left <= 0:
            return f"at block {self.loan.end}, {-left:,} blocks ago"
        return f"at block {self.loan.end}, in {left:,} blocks"


def of_view(view: View, loan: Crowdloan) -> ShownLoan:
    """A crowdloan as it is at the block of the view."""
    return ShownLoan(loan, view.number, kept_calls.in_words(view.metadata, loan.call))


def existing(view: View, number: int) -> ShownLoan:
    """The crowdloan of this number; raises `NotFound`."""
    loan = view.crowdloan(number)
    if loan is None:
        raise NotFound(
            f"there is no crowdloan {number}", hint="`btcli crowd list` shows all crowdloans."
        )
    return of_view(view, loan)


def table(found: Sequence[ShownLoan], names: Mapping[str, str]) -> Table:
    """A row for each crowdloan."""
    rows = [
        (
            str(one.loan.id),
            one.status,
            one.kind,
            f"{one.loan.raised:,.4}",
            f"{one.loan.cap:,.4}",
            str(one.loan.end),
            str(one.loan.contributors),
            with_names(one.loan.creator, names),
        )
        for one in found
    ]
    return Table(
        ("id", "status", "type", "raised", "cap", "end", "contributors", "creator"),
        rows,
        right=frozenset({"id", "raised", "cap", "end", "contributors"}),
        spare=("end", "type", "contributors", "creator"),
        empty="There are no such crowdloans.",
    )


def contributions(given: Mapping[str, Tao]) -> list[ContributionDocument]:
    """The contributions for JSON."""
    return [{"ss58": address, "amount_tao": tao.decimal()} for address, tao in given.items()]


def contributor_table(given: Mapping[str, Tao], names: Mapping[str, str]) -> Table:
    """A row for each contributor, the largest contribution first."""
    ranked = sorted(given.items(), key=lambda one: (-one[1].rao, one[0]))
    return Table(
        ("contributor", "contribution"),
        [(with_names(address, names), f"{tao:,}") for address, tao in ranked],
        right=frozenset({"contribution"}),
        empty="There are no contributions.",
    )
