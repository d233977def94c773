"""The operations on root dividends: claim them, and say what claims do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from btsdk.calls import subtensor as calls
from btsdk.errors import UsageError
from btsdk.events.subtensor import RootClaimed, RootClaimTypeSet
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.reads.root_claims import ClaimKind, RootClaimType, root_claim_type, root_claims
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft
from btsdk.tx.outcome import expected

__all__ = ["ClaimRoot", "SetRootClaimType"]

_MOST_SUBNETS = 5
"""The chain's limit of subnets in one claim."""


@dataclass(frozen=True)
class ClaimRoot:
    """Claim the root dividends of up to five subnets, from all hotkeys of the coldkey.

    The coldkey's claim type (`SetRootClaimType`) says whether the alpha is kept or sold for root
    stake. The chain pays nothing below a subnet's threshold, and still reports success.
    """

    netuids: Iterable[int]

    def __post_init__(self) -> None:
        netuids = _settled(self.netuids)
        object.__setattr__(self, "netuids", netuids)
        if not 0 < len(netuids) <= _MOST_SUBNETS:
            raise UsageError(f"a claim is for 1 to {_MOST_SUBNETS} subnets, not {len(netuids)}")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`claim_root`."""
        netuids = list(self.netuids)
        kind = yield from root_claim_type(at, origin)
        claims = yield from root_claims(at, origin)
        here = [claim for claim in claims if claim.netuid in netuids]
        effects = [
            f"{claim.claimable:,} of subnet {claim.netuid} on {claim.hotkey} is "
            + _does(kind, claim.netuid)
            for claim in here
            if claim.is_payable
        ]
        warnings = [
            f"{claim.claimable:,} of subnet {claim.netuid} on {claim.hotkey} is below the "
            f"threshold of {claim.threshold:,}, and stays"
            for claim in here
            if claim.claimable and not claim.is_payable
        ]
        if not effects:
            effects = ["nothing is paid"]
            warnings.append("there is nothing to claim on these subnets now")
        call = calls.ClaimRoot(subnets=netuids)
        event = expected(RootClaimed, coldkey=ss58.decode(origin))
        return Draft(call, tuple(effects), tuple(warnings), expects=(event,))


@dataclass(frozen=True)
class SetRootClaimType:
    """Say what claims of root dividends do: sell the alpha for root stake (`"Swap"`), keep it
    (`"Keep"`), or keep it on the subnets `netuids` and sell the rest (`"KeepSubnets"`)."""

    kind: ClaimKind
    netuids: Iterable[int] = ()

    def __post_init__(self) -> None:
        if self.kind not in get_args(ClaimKind):
            named = ", ".join(get_args(ClaimKind))
            raise UsageError(f"there is no claim type {self.kind!r}", hint=f"One of: {named}.")
        netuids = _settled(self.netuids)
        object.__setattr__(self, "netuids", netuids)
        if (self.kind == "KeepSubnets") != bool(netuids):
            raise UsageError("KeepSubnets needs netuids, and the other claim types take none")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_root_claim_type`."""
        netuids = tuple(self.netuids)
        wanted: Any = self.kind if not netuids else (self.kind, {"subnets": list(netuids)})
        now = yield from root_claim_type(at, origin)
        same = now == RootClaimType(self.kind, netuids)
        warnings = ("it is set so already: nothing changes",) if same else ()
        effects = (f"root dividends of {origin} are {_in_words(self.kind, netuids)}",)
        call = calls.SetRootClaimType(new_root_claim_type=wanted)
        event = expected(RootClaimTypeSet, coldkey=ss58.decode(origin))
        return Draft(call, effects, warnings, expects=(event,))


def _settled(netuids: Any) -> tuple[int, ...]:
    if isinstance(netuids, (str, bytes)) or not isinstance(netuids, Iterable):
        raise UsageError(f"netuids are a list of whole numbers, not {netuids!r}")
    return tuple(sorted({netuid_of(netuid) for netuid in netuids}))


def _does(kind: RootClaimType, netuid: int) -> str:
    keeps = kind.kind == "Keep" or netuid in kind.netuids
    return "kept as stake" if keeps else "sold, and the TAO staked on the root network"


def _in_words(kind: str, netuids: tuple[int, ...]) -> str:
    if kind == "Keep":
        return "kept as stake on their subnets"
    if kind == "Swap":
        return "sold, and the TAO staked on the root network"
    named = f"subnet{'s' * (len(netuids) > 1)} {', '.join(map(str, netuids))}"
    return f"kept as stake on {named}, and sold for root stake on the others"
