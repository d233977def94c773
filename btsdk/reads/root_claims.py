"""Root dividends: what hotkeys owe their root stakers in the alpha of subnets, and what of it was
claimed.

A hotkey has a rate of alpha for each rao of root stake. A staker is owed the rate times its root
stake, less what it has claimed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from btsdk.integers import netuid_of
from btsdk.reads.accounts import address_of
from btsdk.reads.hotkeys import staking_hotkeys
from btsdk.reads.stakes import stake
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_many
from btsdk.storage import subtensor as s
from btsdk.units import Alpha

if TYPE_CHECKING:
    from btsdk.descriptors.inputs import Account

_ROOT = 0
_FRACTION_BITS = 32

ClaimKind = Literal["Swap", "Keep", "KeepSubnets"]


@dataclass(frozen=True)
class RootClaimType:
    """What claims do: sell the alpha for root stake (`Swap`), keep it (`Keep`), or keep it on the
    subnets `netuids` and sell the rest (`KeepSubnets`)."""

    kind: ClaimKind
    netuids: tuple[int, ...] = ()


@dataclass(frozen=True)
class RootClaim:
    """What one hotkey owes a coldkey in the alpha of one subnet.

    A claim pays `claimable`, but nothing if it is below `threshold`. `claimed` counts for past
    stake too: it is what the chain subtracts from the rate times the stake.
    """

    hotkey: str
    netuid: int
    claimable: Alpha
    claimed: Alpha
    threshold: Alpha

    @property
    def is_payable(self) -> bool:
        """Whether a claim pays now."""
        return bool(self.claimable) and self.claimable >= self.threshold


def root_claim_type(at: BlockContext, coldkey: Account) -> Program[RootClaimType]:
    """What the claims of a coldkey do."""
    found: Any = yield from storage(at, s.RootClaimType, address_of(coldkey))
    if isinstance(found, tuple):
        kind, fields = found
        return RootClaimType(kind, tuple(sorted(fields["subnets"])))
    return RootClaimType(found)


def root_claimable_rates(at: BlockContext, hotkey: Account) -> Program[dict[int, Fraction]]:
    """The alpha that a hotkey has accrued for each rao of its root stake, in rao, by netuid."""
    bits = yield from _rates(at, address_of(hotkey))
    return {netuid: Fraction(rate, 1 << _FRACTION_BITS) for netuid, rate in sorted(bits.items())}


def root_claimable_rate(at: BlockContext, hotkey: Account, netuid: int) -> Program[Fraction]:
    """The rate of one subnet; zero if the hotkey has accrued nothing there."""
    rates = yield from root_claimable_rates(at, hotkey)
    return rates.get(netuid_of(netuid), Fraction(0))


def root_claims(at: BlockContext, coldkey: Account) -> Program[list[RootClaim]]:
    """What all hotkeys owe a coldkey, by hotkey and netuid, zeros left out."""
    name = address_of(coldkey)
    hotkeys = yield from staking_hotkeys(at, name)
    found = yield from gather(_claims_of(at, name, hotkey) for hotkey in hotkeys)
    return [claim for claims in found for claim in claims if claim.claimable or claim.claimed]


def root_claimable_stake(
    at: BlockContext, coldkey: Account, hotkey: Account, netuid: int
) -> Program[Alpha]:
    """The alpha of a subnet that a hotkey owes a coldkey."""
    netuid, name = netuid_of(netuid), address_of(hotkey)
    claims = yield from _claims_of(at, address_of(coldkey), name)
    return next((one.claimable for one in claims if one.netuid == netuid), Alpha.zero(netuid))


def root_claimed(
    at: BlockContext, coldkey: Account, hotkey: Account, netuid: int
) -> Program[Alpha]:
    """The alpha of a subnet that the chain counts as claimed by a coldkey from a hotkey."""
    netuid = netuid_of(netuid)
    keys = netuid, address_of(hotkey), address_of(coldkey)
    return Alpha.from_rao((yield from storage(at, s.RootClaimed, *keys)), netuid)


def root_claim_threshold(at: BlockContext, netuid: int) -> Program[Alpha]:
    """The least alpha of a subnet that a claim pays, rounded up to whole rao."""
    netuid = netuid_of(netuid)
    return _threshold((yield from storage(at, s.RootClaimableThreshold, netuid)), netuid)


def root_alpha_dividends(at: BlockContext, hotkey: Account, netuid: int) -> Program[Alpha]:
    """The alpha that a hotkey's root stakers earned in the last epoch of a subnet."""
    netuid = netuid_of(netuid)
    rao = yield from storage(at, s.RootAlphaDividendsPerSubnet, netuid, address_of(hotkey))
    return Alpha.from_rao(rao, netuid)


def _claims_of(at: BlockContext, coldkey: str, hotkey: str) -> Program[list[RootClaim]]:
    rates = yield from _rates(at, hotkey)
    if not rates:
        return []
    held = yield from stake(at, coldkey, hotkey, _ROOT)
    netuids = sorted(rates)
    wanted = [(s.RootClaimed, (netuid, hotkey, coldkey)) for netuid in netuids]
    claimed = yield from storage_many(at, wanted)
    thresholds = yield from storage_many(
        at, [(s.RootClaimableThreshold, (netuid,)) for netuid in netuids]
    )
    return [
        RootClaim(
            hotkey,
            netuid,
            Alpha.from_rao(max(0, (rates[netuid] * held.rao >> _FRACTION_BITS) - taken), netuid),
            Alpha.from_rao(taken, netuid),
            _threshold(threshold, netuid),
        )
        for netuid, taken, threshold in zip(netuids, claimed, thresholds, strict=True)
    ]


def _rates(at: BlockContext, hotkey: str) -> Program[Mapping[int, int]]:
    """The rates in units of 2^-32, by netuid."""
    return dict((yield from storage(at, s.RootClaimable, hotkey)))


def _threshold(bits: int, netuid: int) -> Alpha:
    return Alpha.from_rao(-(-bits >> _FRACTION_BITS), netuid)
