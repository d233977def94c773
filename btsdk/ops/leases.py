"""The operations of leased subnets."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.events.subtensor import SubnetLeaseCreated, SubnetLeaseTerminated
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.ops.checks import settle_account
from btsdk.reads.leases import lease
from btsdk.reads.neurons import owner
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage import crowdloan
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected

__all__ = ["RegisterLeasedNetwork", "TerminateLease"]

_U32_MAX = (1 << 32) - 1


@dataclass(frozen=True)
class RegisterLeasedNetwork:
    """Create a subnet for the contributors of a crowdloan: the call of such a crowdloan.

    `emissions_share` is their part of the owner's cut, in percent. After `end_block` the creator
    can take the subnet over; None: never. Only the finalization of a crowdloan executes it.
    """

    emissions_share: int
    end_block: int | None = None

    def __post_init__(self) -> None:
        settle(self, "emissions_share", 0, 100)
        if self.end_block is not None:
            settle(self, "end_block", 0, _U32_MAX)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`register_leased_network`."""
        call = calls.RegisterLeasedNetwork(
            emissions_share=self.emissions_share, end_block=self.end_block
        )
        ends = "never" if self.end_block is None else f"with block {self.end_block:,}"
        effects = (
            "a subnet is created for the contributors of a crowdloan, and its creator runs it",
            f"the contributors get {self.emissions_share} % of the owner's cut; the lease ends "
            f"{ends}",
        )
        refusals: tuple[Refusal, ...] = ()
        if (yield from storage(at, crowdloan.CurrentCrowdloanId)) is None:
            reason = "only the finalization of a crowdloan, with this as its call, executes it"
            refusals = (Refusal("Crowdloan.InvalidCrowdloanId", reason),)
        elif self.end_block is not None and self.end_block <= at.number + 1:
            reason = f"block {self.end_block:,} has passed"
            refusals = (Refusal("SubtensorModule.LeaseCannotEndInThePast", reason),)
        return Draft(call, effects, expects=(expected(SubnetLeaseCreated),), refusals=refusals)


@dataclass(frozen=True)
class TerminateLease:
    """End a lease whose end block has passed, signed by its beneficiary, who becomes the subnet's
    owner with a hotkey of their own."""

    lease_id: int
    hotkey: str

    def __post_init__(self) -> None:
        settle(self, "lease_id", 0, _U32_MAX)
        settle_account(self, "hotkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`terminate_lease`."""
        found = yield from lease(at, self.lease_id)
        refusals = yield from self._refusals(at, origin)
        netuid = None if found is None else found.netuid
        call = calls.TerminateLease(lease_id=self.lease_id, hotkey=self.hotkey)
        fields = {} if netuid is None else {"netuid": netuid}
        return Draft(
            call,
            (
                f"lease {self.lease_id} ends: {origin} owns subnet {netuid}, with the hotkey "
                f"{self.hotkey}",
                "its contributors get no more dividends",
            ),
            expects=(expected(SubnetLeaseTerminated, beneficiary=ss58.decode(origin), **fields),),
            refusals=refusals,
        )

    def _refusals(self, at: BlockContext, origin: str) -> Program[tuple[Refusal, ...]]:
        found = yield from lease(at, self.lease_id)
        if found is None:
            reason = f"there is no lease {self.lease_id}"
            return (Refusal("SubtensorModule.LeaseDoesNotExist", reason),)
        if found.beneficiary != origin:
            reason = f"the beneficiary of the lease is {found.beneficiary}"
            return (Refusal("SubtensorModule.ExpectedBeneficiaryOrigin", reason),)
        if found.end_block is None:
            return (Refusal("SubtensorModule.LeaseHasNoEndBlock", "the lease never ends"),)
        if at.number + 1 < found.end_block:
            reason = f"the lease ends with block {found.end_block:,}"
            return (Refusal("SubtensorModule.LeaseHasNotEnded", reason),)
        if (yield from owner(at, self.hotkey)) != origin:
            reason = f"{origin} does not own the hotkey {self.hotkey}"
            return (Refusal("SubtensorModule.BeneficiaryDoesNotOwnHotkey", reason),)
        return ()
