"""What the chain holds at one moment, added up: TAO, and each subnet's alpha.

A `Books` is a plain sum over storage; the rules that two of them must follow are in `invariants`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from chain_spec.pallets import alpha_assets, balances, system
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id

ROOT = 0
_RATE = 1 << 32
"""Rates of root dividends have 32 fractional bits."""


@dataclass(frozen=True)
class Subnet:
    """One subnet, in rao.

    `accrued` is what root dividends ever came to, by exact rates, on the root stake of now; less
    what was claimed it is still owed.
    """

    pool_alpha: int
    outstanding: int
    tao: int
    balance: int
    staked: int
    servers: int
    validators: int
    root_dividends: int
    owner_cut: int
    protocol: int
    burned: int
    recycled: int
    accrued: Fraction
    claimed: int
    moving_price: Fraction

    @property
    def issued(self) -> int:
        """Alpha in the pool and outstanding."""
        return self.pool_alpha + self.outstanding

    @property
    def pending(self) -> int:
        """What waits for the next epoch."""
        return self.servers + self.validators + self.root_dividends + self.owner_cut

    @property
    def stray(self) -> Fraction:
        """Outstanding alpha that nobody has: what roundings cut off, in the main."""
        held = self.staked + self.pending + self.protocol + self.burned
        return self.outstanding - held - (self.accrued - self.claimed)


@dataclass(frozen=True)
class Books:
    """All subnets, and both counts of the issuance."""

    issuance: int
    issuance_of_subtensor: int
    subnets: dict[int, Subnet]

    @classmethod
    def of(cls, ctx: Context) -> Books:
        staked: dict[int, int] = defaultdict(int)
        on_root: dict[bytes, int] = {}
        for (hotkey, netuid), alpha in ctx.iter(storage.TotalHotkeyAlpha):
            staked[netuid] += alpha
            if netuid == ROOT:
                on_root[hotkey] = alpha
        accrued = _accrued(ctx, on_root)
        claimed: dict[int, int] = defaultdict(int)
        for (netuid, _, _), amount in ctx.iter(storage.RootClaimed):
            claimed[netuid] += amount
        netuids = [netuid for netuid, added in ctx.iter(storage.NetworksAdded) if added]
        return cls(
            ctx.get(balances.storage.TotalIssuance),
            ctx.get(storage.TotalIssuance),
            {n: _subnet(ctx, n, staked[n], accrued[n], claimed[n]) for n in sorted(netuids)},
        )


def _accrued(ctx: Context, on_root: dict[bytes, int]) -> dict[int, Fraction]:
    accrued: dict[int, Fraction] = defaultdict(Fraction)
    for hotkey, rates in ctx.iter(storage.RootClaimable):
        for netuid, rate in rates:
            accrued[netuid] += Fraction(rate * on_root.get(hotkey, 0), _RATE)
    return accrued


def _subnet(ctx: Context, netuid: int, staked: int, accrued: Fraction, claimed: int) -> Subnet:
    return Subnet(
        pool_alpha=ctx.get(storage.SubnetAlphaIn, netuid),
        outstanding=ctx.get(storage.SubnetAlphaOut, netuid),
        tao=ctx.get(storage.SubnetTAO, netuid),
        balance=ctx.get(system.storage.Account, account_id(netuid))["data"]["free"],
        staked=staked,
        servers=ctx.get(storage.PendingServerEmission, netuid),
        validators=ctx.get(storage.PendingValidatorEmission, netuid),
        root_dividends=ctx.get(storage.PendingRootAlphaDivs, netuid),
        owner_cut=ctx.get(storage.PendingOwnerCut, netuid),
        protocol=ctx.get(storage.SubnetProtocolAlpha, netuid),
        burned=ctx.get(alpha_assets.storage.AlphaBurned, netuid),
        recycled=ctx.get(alpha_assets.storage.AlphaRecycled, netuid),
        accrued=accrued,
        claimed=claimed,
        moving_price=_moving_price(ctx, netuid),
    )


def _moving_price(ctx: Context, netuid: int) -> Fraction:
    if not ctx.get(storage.SubnetMechanism, netuid):
        return Fraction(1)
    return Fraction(ctx.get(storage.SubnetMovingPrice, netuid), _RATE)


def all_balances(ctx: Context) -> int:
    """Free and reserved TAO of every account."""
    total = 0
    for account in ctx.values(system.storage.Account):
        total += account["data"]["free"] + account["data"]["reserved"]
    return total
