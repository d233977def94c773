"""Root dividends that a coldkey can claim: read, in JSON, and as a table."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

from btcli.documents import TransactionData
from btcli.failures import NotFound
from btcli.render.blocks import Table
from btsdk.ops import ClaimRoot, ForceBatch

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.root_claims import RootClaim

_MOST_SUBNETS = 5
"""The chain's limit of subnets in one claim."""


class ClaimDocument(TypedDict):
    """What a hotkey owes in the alpha of a subnet."""

    netuid: int
    hotkey: str
    claimable_alpha: Annotated[str, "before the claim"]
    threshold_alpha: Annotated[str, "less is not paid"]
    left_alpha: Annotated[str | None, "after the claim; null without waiting for the block"]


class ClaimsData(TransactionData):
    """The result of `stake process-claim`."""

    coldkey: str
    claim_type: Annotated[Literal["Keep", "Swap", "KeepSubnets"], "what the claim does"]
    netuids: Annotated[list[int], "the claimed subnets"]
    claims: list[ClaimDocument]


def payable_netuids(coldkey: str, claims: Sequence[RootClaim]) -> list[int]:
    """The subnets that pay now; raises `NotFound` if there are none."""
    found = sorted({claim.netuid for claim in claims if claim.is_payable})
    if not found:
        raise NotFound(
            f"{coldkey} has no root dividends to claim",
            hint="The chain pays nothing below a subnet's threshold.",
        )
    return found


def claiming(netuids: Sequence[int]) -> ClaimRoot | ForceBatch:
    """The operation: one claim for every five subnets."""
    parts = [
        ClaimRoot(netuids[first : first + _MOST_SUBNETS])
        for first in range(0, len(netuids), _MOST_SUBNETS)
    ]
    return parts[0] if len(parts) == 1 else ForceBatch(parts)


def of_subnets(claims: Sequence[RootClaim], netuids: Collection[int]) -> list[RootClaim]:
    """What is owed in the alpha of these subnets."""
    return [claim for claim in claims if claim.netuid in netuids and claim.claimable]


def claim_documents(
    view: View | None, coldkey: str, claims: Sequence[RootClaim]
) -> list[ClaimDocument]:
    """What was owed, and what is left in the `view` after the claim."""
    left: dict[tuple[str, int], str] = {}
    if view is not None:
        now = view.root_claims(coldkey)
        left = {(one.hotkey, one.netuid): one.claimable.decimal() for one in now}
    return [
        {
            "netuid": claim.netuid,
            "hotkey": claim.hotkey,
            "claimable_alpha": claim.claimable.decimal(),
            "threshold_alpha": claim.threshold.decimal(),
            "left_alpha": None
            if view is None
            else left.get((claim.hotkey, claim.netuid), "0.000000000"),
        }
        for claim in claims
    ]


def claim_table(documents: Sequence[ClaimDocument]) -> Table:
    """A row for each hotkey and subnet."""
    return Table(
        ("subnet", "hotkey", "owed", "left"),
        [
            (
                str(one["netuid"]),
                one["hotkey"],
                f"α{one['claimable_alpha']}",
                "?" if one["left_alpha"] is None else f"α{one['left_alpha']}",
            )
            for one in documents
        ],
        right=frozenset({"subnet", "owed", "left"}),
        empty="Nothing was owed on these subnets.",
    )
