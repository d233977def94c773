"""The operations that track the voting power of a subnet's validators."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.events import subtensor as events
from btsdk.ops.checks import settle_netuid
from btsdk.ops.hyperparameter_values import share
from btsdk.ops.ownership import acts_as_root, not_owner, through_sudo
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_many
from btsdk.storage import subtensor
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected

__all__ = ["DisableVotingPowerTracking", "EnableVotingPowerTracking", "SetVotingPowerEmaAlpha"]

_GRACE_BLOCKS = 100_800
_WHOLE = 10**18


@dataclass(frozen=True)
class EnableVotingPowerTracking:
    """Track the voting power of a subnet's validators: a moving average of their stake. Signed by
    the subnet's owner, or by the sudo key."""

    netuid: int

    def __post_init__(self) -> None:
        settle_netuid(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`enable_voting_power_tracking`."""
        if (yield from acts_as_root(at, self.netuid, origin)):
            return (yield from through_sudo(self, at, origin))
        return (yield from self._draft(at, (yield from not_owner(at, self.netuid, origin))))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The same call with the Root origin."""
        return (yield from self._draft(at, ()))

    def _draft(self, at: BlockContext, refusals: tuple[Refusal, ...]) -> Program[Draft]:
        enabled, ends = yield from storage_many(
            at,
            [
                (subtensor.VotingPowerTrackingEnabled, (self.netuid,)),
                (subtensor.VotingPowerDisableAtBlock, (self.netuid,)),
            ],
        )
        effects: tuple[str, ...] = (f"voting power is tracked on subnet {self.netuid}",)
        if ends:
            effects += (f"its end, scheduled for block {ends:,}, is cancelled",)
        warnings = ("it is tracked already",) if enabled and not ends else ()
        call = calls.EnableVotingPowerTracking(netuid=self.netuid)
        expects = (expected(events.VotingPowerTrackingEnabled, netuid=self.netuid),)
        return Draft(call, effects, warnings, expects=expects, refusals=refusals)


@dataclass(frozen=True)
class DisableVotingPowerTracking:
    """End the tracking of voting power, after a grace period of 100,800 blocks. Signed by the
    subnet's owner, or by the sudo key."""

    netuid: int

    def __post_init__(self) -> None:
        settle_netuid(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`disable_voting_power_tracking`."""
        if (yield from acts_as_root(at, self.netuid, origin)):
            return (yield from through_sudo(self, at, origin))
        return (yield from self._draft(at, (yield from not_owner(at, self.netuid, origin))))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The same call with the Root origin."""
        return (yield from self._draft(at, ()))

    def _draft(self, at: BlockContext, refusals: tuple[Refusal, ...]) -> Program[Draft]:
        enabled = yield from storage(at, subtensor.VotingPowerTrackingEnabled, self.netuid)
        if not (refusals or enabled):
            reason = f"voting power is not tracked on subnet {self.netuid}"
            refusals = (Refusal("SubtensorModule.VotingPowerTrackingNotEnabled", reason),)
        effect = f"the tracking of voting power on subnet {self.netuid} ends"
        return Draft(
            calls.DisableVotingPowerTracking(netuid=self.netuid),
            (f"{effect} {_GRACE_BLOCKS:,} blocks later",),
            expects=(expected(events.VotingPowerTrackingDisableScheduled, netuid=self.netuid),),
            refusals=refusals,
        )


@dataclass(frozen=True)
class SetVotingPowerEmaAlpha:
    """Set the weight of the newest stake in the voting power: parts of 10^18, or a percentage as
    text. Signed by the sudo key."""

    netuid: int
    alpha: int | str

    def __post_init__(self) -> None:
        settle_netuid(self)
        object.__setattr__(self, "alpha", share("alpha", self.alpha, _WHOLE))

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`sudo_set_voting_power_ema_alpha`, through sudo."""
        return (yield from through_sudo(self, at, origin))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The call with the Root origin."""
        now = yield from storage(at, subtensor.VotingPowerEmaAlpha, self.netuid)
        alpha = int(self.alpha)
        call = calls.SudoSetVotingPowerEmaAlpha(netuid=self.netuid, alpha=alpha)
        effect = f"the weight of the newest stake in the voting power of subnet {self.netuid} is"
        expects = (expected(events.VotingPowerEmaAlphaSet, netuid=self.netuid, alpha=alpha),)
        return Draft(
            call, (f"{effect} set to {alpha:,} of {_WHOLE:,}; it is {now:,} now",), expects=expects
        )
