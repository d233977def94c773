"""What must hold after every block, and between any two steps of one.

`Auditor` looks on while the runtime works. A block has three kinds of steps: the start (emission,
epochs, claims), each extrinsic, and the end. Between two steps every change of the issuance and of
a subnet's alpha must be one that the events and the storage of that very step explain, to the rao;
where the chain's fixed-point numbers cut digits off, the bound is said.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from btsdk.scale.primitives import compact_read
from chain_spec.pallets import swap, system
from chain_spec.pallets.subtensor import constants, storage
from local_node.runtime.boundary import Externalities
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.simulation.books import ROOT, Books, Subnet
from tests.simulation.finished import MECHANISM, check_block, check_nothing_is_left
from tests.simulation.world import TAO, World

FAUCET = 1000 * TAO
CUT_DIGITS = 64
"""Rao of alpha that the roundings of one step may leave to nobody, for each subnet."""

_START = "Core_initialize_block"
_EXTRINSIC = "BlockBuilder_apply_extrinsic"
_END = "BlockBuilder_finalize_block"
_ENTERING = {"Deposit": 1, "Minted": 1, "Withdraw": -1, "Burned": -1, "DustLost": -1, "Slashed": -1}
"""Events of Balances by which TAO enters or leaves accounts, with its sign."""
_REGISTERING = {"burned_register", "register_limit", "register"}
_SWAPPING = {"swap_hotkey", "swap_hotkey_v2", "swap_coldkey", "announce_coldkey_swap"}
Events = list[tuple[str, str, Any]]


class Auditor:
    """Watches every block that a world makes; raises `AssertionError` at the first wrong step.

    `seen` are the names of all events meanwhile.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._books = Books.of(world.context())
        self.seen: set[str] = set()
        world.runtime.after = self._after

    def _after(self, entry: str, args: bytes, answer: bytes, ext: Externalities) -> None:
        if entry not in (_START, _EXTRINSIC, _END) or (entry == _EXTRINSIC and answer[0] == 1):
            return
        ctx = self._world.runtime.executive.context(ext)
        before, after = self._books, Books.of(ctx)
        self._books = after
        call = self._call(args) if entry == _EXTRINSIC else entry
        events = _events(ctx, entry)
        self.seen |= {name for _, name, _ in events}
        step = Step(ctx, before, after, call, events)
        step.check_issuance()
        if entry == _START:
            step.check_emission()
        else:
            step.check_alpha()
        step.check_backing()
        step.check_cover()
        if entry == _END:
            check_block(ctx, after)

    def _call(self, extrinsic: bytes) -> str:
        _, offset = compact_read(extrinsic, 0)
        value = self._world.runtime.executive.blocks.extrinsics.decode(extrinsic[offset:]).call
        pallet, inner = value
        if pallet == "Sudo":
            pallet, inner = inner[1]["call"]
        return f"{pallet}.{inner if isinstance(inner, str) else inner[0]}"


class Step:
    """One step, with the books before and after it."""

    def __init__(
        self, ctx: Context, before: Books, after: Books, call: str, events: Events
    ) -> None:
        self._ctx = ctx
        self._before = before
        self._after = after
        self._call = call
        self._events = events
        self._name = f"block {ctx.block_number}, {call}"

    # -- TAO ------------------------------------------------------------------------------------

    def check_issuance(self) -> None:
        """Both counts of the issuance change by what the step's events say, and for a reason."""
        change = self._after.issuance - self._before.issuance
        moved = sum(sign * self._total(name) for name, sign in _ENTERING.items())
        assert change == moved, f"{self._name}: issuance changed by {change}, events say {moved}"
        if self._call == _START:
            assert change == self._emitted(), (
                f"{self._name}: issued {change}, not {self._emitted()}"
            )
        else:
            recycled = self._recycled()
            self._check_recycled(recycled)
            explained = self._faucet() - recycled - self._burned() - self._total("DustLost")
            assert change == explained, f"{self._name}: {change} is not {explained}"
        self._check_issuance_of_subtensor(change)

    def _check_issuance_of_subtensor(self, change: int) -> None:
        """It follows, but for what Balances destroys by itself, and never falls below zero."""
        dust = 0 if self._call.startswith("SubtensorModule.") else self._total("DustLost")
        expected = self._before.issuance_of_subtensor + change + self._burned() + dust
        found = self._after.issuance_of_subtensor
        assert found == max(expected, 0), f"{self._name}: SubtensorModule is {found - expected} off"

    def _check_recycled(self, amount: int) -> None:
        """Only some calls recycle, and what they recycle is said by the chain's constants."""
        if amount == 0:
            return
        call = self._call.removeprefix("SubtensorModule.")
        if call in _SWAPPING:
            assert amount in _swap_costs(self._ctx), f"{self._name}: recycled {amount}"
        else:
            assert call == "root_dissolve_network", f"{self._name}: recycled {amount}"
            assert amount == self._withdrawn_from_ended(), f"{self._name}: recycled {amount}"

    def _withdrawn_from_ended(self) -> int:
        """What left the accounts of subnets that ended without going to another account."""
        ended = {account_id(netuid) for netuid in self._before.subnets.keys() - self._after.subnets}
        found = self._of("Balances", "Withdraw")
        return sum(fields["amount"] for fields in found if fields["who"] in ended)

    def _emitted(self) -> int:
        """What reached the subnets' accounts, as the coinbase notes it for each."""
        notes = (storage.SubnetTaoInEmission, storage.SubnetExcessTao)
        netuids = [netuid for netuid in self._after.subnets if self._is_emitted_to(netuid)]
        return sum(self._ctx.get(item, netuid) for netuid in netuids for item in notes)

    def _is_emitted_to(self, netuid: int) -> bool:
        """A started subnet that takes registrations."""
        return netuid != ROOT and bool(
            self._ctx.get(storage.FirstEmissionBlockNumber, netuid) is not None
            and self._ctx.get(storage.SubtokenEnabled, netuid)
            and self._ctx.get(storage.NetworkRegistrationAllowed, netuid)
        )

    def _faucet(self) -> int:
        return FAUCET * len(self._of("SubtensorModule", "Faucet"))

    def _recycled(self) -> int:
        """TAO withdrawn and deposited nowhere: a fee goes to the author, or back to the payer."""
        return self._total("Withdraw") + self._faucet() - self._total("Deposit")

    def _burned(self) -> int:
        return self._total("Burned")

    # -- alpha ----------------------------------------------------------------------------------

    def check_emission(self) -> None:
        """What a block's start issues to a subnet is set aside, paid out or recycled."""
        for netuid, before, after in self._lasting():
            created = self._created(netuid)
            found = after.issued - before.issued + after.recycled - before.recycled
            assert found == created, f"{self._name}: subnet {netuid}: {found} alpha, not {created}"
            self._check_stray(netuid, before, after, self._withheld(netuid, before))

    def check_alpha(self) -> None:
        """Outside of emission alpha only moves; registering destroys what it buys."""
        self._check_comings_and_goings()
        for netuid, before, after in self._lasting():
            found = after.issued - before.issued + after.recycled - before.recycled
            bought = before.pool_alpha - after.pool_alpha if self._registers() else 0
            gained = found + bought
            assert gained == 0 or self._is_overdrawn(netuid, after, gained), (
                f"{self._name}: subnet {netuid} has {gained} more alpha"
            )
            lost = before.accrued if self._leaves_root() else Fraction(0)
            self._check_stray(netuid, before, after, Fraction(0), lost)

    def _check_comings_and_goings(self) -> None:
        """A new subnet has no alpha but its pool's; one that ended leaves nothing behind."""
        here = set(self._after.subnets)
        for netuid in here - set(self._before.subnets):
            new = self._after.subnets[netuid]
            assert (new.outstanding, new.staked) == (0, 0), f"{self._name}: subnet {netuid}"
        if set(self._before.subnets) != here:
            check_nothing_is_left(self._ctx, here, self._name)

    def _lasting(self) -> list[tuple[int, Subnet, Subnet]]:
        """Subnets with a token of their own that were there before, and still are."""
        pairs = [(n, self._before.subnets.get(n), s) for n, s in self._after.subnets.items() if n]
        return [(n, before, after) for n, before, after in pairs if before is not None]

    def _created(self, netuid: int) -> int:
        notes = (storage.SubnetAlphaInEmission, storage.SubnetAlphaOutEmission)
        if not self._is_emitted_to(netuid):
            return 0
        return sum(self._ctx.get(item, netuid) for item in notes)

    def _leaves_root(self) -> bool:
        """Whether somebody's root stake fell: dividends that were not claimed are lost then."""
        return any(fields[4] == ROOT for fields in self._of("SubtensorModule", "StakeRemoved"))

    def _check_stray(
        self,
        netuid: int,
        before: Subnet,
        after: Subnet,
        due: Fraction,
        lost: Fraction = Fraction(0),
    ) -> None:
        """Alpha becomes nobody's by the `due` amount and what the chain's numbers cut off.

        `lost` is how much more it may be.
        """
        slack = CUT_DIGITS + self._cut_rates()
        found = after.stray - before.stray
        assert due - slack <= found <= due + lost + slack, (
            f"{self._name}: {float(found)} alpha of subnet {netuid} became nobody's, "
            f"where {float(due)} were due (give or take {float(slack)})"
        )

    def _cut_rates(self) -> Fraction:
        """A root dividend is a rate with 32 fractional bits on a hotkey's root stake."""
        return Fraction(self._after.subnets[ROOT].staked, 1 << 32)

    def _withheld(self, netuid: int, before: Subnet) -> Fraction:
        """What an epoch leaves to nobody, by the chain's own rules.

        An epoch pays miners half of all that is pending, though half of what was emitted was set
        aside for them: while root dividends are recycled, the difference is nobody's. And where no
        validator earns a dividend, nobody gets their part.
        """
        if self._ctx.get(storage.LastMechansimStepBlock, netuid) != self._ctx.block_number:
            return Fraction(0)
        servers, validators, root = self._pending_at_epoch(netuid, before)
        miners = (servers + validators + root) / 2 if self._pays_miners(netuid) else Fraction(0)
        to_validators = validators if miners else validators + servers
        paid = miners
        if self._any(storage.AlphaDividendsPerSubnet, netuid):
            paid += to_validators
        if self._any(storage.RootAlphaDividendsPerSubnet, netuid):
            paid += root
        return servers + validators + root - paid

    def _pending_at_epoch(self, netuid: int, before: Subnet) -> tuple[Fraction, Fraction, Fraction]:
        """For miners, validators and root, with what this block set aside."""
        half, root = Fraction(0), Fraction(0)
        if self._is_emitted_to(netuid):
            created = Fraction(self._ctx.get(storage.SubnetAlphaOutEmission, netuid))
            half = created * (1 - self._owner_cut(netuid)) / 2
            root = half * self._root_proportion(netuid, before)
        sold = root if self._sells_root_dividends() else 0
        return before.servers + half, before.validators + half - root, before.root_dividends + sold

    def _owner_cut(self, netuid: int) -> Fraction:
        if not self._ctx.get(storage.OwnerCutEnabled, netuid):
            return Fraction(0)
        return Fraction(self._ctx.get(storage.SubnetOwnerCut), 65535)

    def _root_proportion(self, netuid: int, before: Subnet) -> Fraction:
        """Weighted root TAO over itself and the subnet's alpha, as this block issued it."""
        weight = Fraction(self._ctx.get(storage.TaoWeight), (1 << 64) - 1)
        root = self._before.subnets[ROOT].tao * weight
        issued = before.issued + self._created(netuid)
        return root / (root + issued) if root else Fraction(0)

    def _sells_root_dividends(self) -> bool:
        """Whether the moving prices of the block before add up to more than one TAO."""
        emitting = [s for n, s in self._before.subnets.items() if self._is_emitted_to(n)]
        return sum(subnet.moving_price for subnet in emitting) > 1

    def _any(self, item: Any, netuid: int) -> bool:
        """Whether the last epoch noted a dividend above zero under the item."""
        return any(amount for _, amount in self._ctx.iter(item, netuid))

    def _pays_miners(self, netuid: int) -> bool:
        count = self._ctx.get(storage.MechanismCountCurrent, netuid)
        indices = [mechanism * MECHANISM + netuid for mechanism in range(count)]
        return any(any(self._ctx.get(storage.Incentive, index)) for index in indices)

    # -- what lies behind it ----------------------------------------------------------------------

    def check_backing(self) -> None:
        """A subnet's account holds its pool's TAO; a registration's swap fee stays there too."""
        for netuid, after in self._after.subnets.items():
            before = self._before.subnets.get(netuid)
            if before is None:
                assert after.balance >= after.tao, f"{self._name}: subnet {netuid} is not backed"
                continue
            paid = after.balance - before.balance
            change = paid - (after.tao - before.tao)
            rate = self._ctx.get(swap.storage.FeeRate, netuid) if self._registers() else 0
            assert change == (rate << 64) // 65535 * paid >> 64, (
                f"{self._name}: {change} of subnet {netuid}'s balance is unaccounted for"
            )

    def check_cover(self) -> None:
        """No more alpha is staked, or waits to be, than is outstanding."""
        for netuid, after in self._after.subnets.items():
            held = after.staked + after.pending
            missing = held - CUT_DIGITS - after.outstanding
            assert missing <= 0 or missing <= self._claimed_twice(netuid), (
                f"{self._name}: subnet {netuid} has {held} staked and pending, "
                f"but only {after.outstanding} outstanding"
            )

    def _is_overdrawn(self, netuid: int, after: Subnet, gained: int) -> bool:
        """Whether more was sold than is outstanding, which stops at 0, for a reason that is known:
        a coldkey swap lets dividends be claimed again."""
        return after.outstanding == 0 and 0 < gained <= self._claimed_twice(netuid)

    def _claimed_twice(self, netuid: int) -> int:
        """What coldkeys had claimed that have no root stake any more: their successors may again,
        where they held no alpha of the subnet's own."""
        return sum(
            amount
            for (hotkey, coldkey), amount in self._ctx.iter(storage.RootClaimed, netuid)
            if not stake_of(self._ctx, hotkey, coldkey, ROOT)
        )

    def _registers(self) -> bool:
        return self._call.removeprefix("SubtensorModule.") in _REGISTERING

    def _of(self, pallet: str, name: str) -> list[Any]:
        return [fields for found, kind, fields in self._events if (found, kind) == (pallet, name)]

    def _total(self, name: str) -> int:
        """The amounts of all events of Balances with this name."""
        return sum(fields["amount"] for fields in self._of("Balances", name))


def _events(ctx: Context, entry: str) -> Events:
    """The events of the step that has just ended."""
    if entry == _EXTRINSIC:
        done = int.from_bytes(ctx.ext.get(b":extrinsic_index") or b"", "little") - 1
        phase: Any = ("ApplyExtrinsic", done)
    else:
        phase = "Initialization" if entry == _START else "Finalization"
    found = []
    for record in ctx.get(system.storage.Events):
        if record["phase"] == phase:
            pallet, inner = record["event"]
            found.append((pallet, *(inner if isinstance(inner, tuple) else (inner, {}))))
    return found


def _swap_costs(ctx: Context) -> set[int]:
    return {
        ctx.constant(constants.KeySwapCost),
        ctx.constant(constants.KeySwapOnSubnetCost),
    }
