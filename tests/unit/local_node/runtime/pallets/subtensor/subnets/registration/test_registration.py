"""Registering hotkeys: by recycling, by both proofs of work, on root."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.features import pow as pow_feature
from chain_spec.pallets import system
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import (
    classic_seal,
    meets_difficulty,
    registration_seal,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    TAO,
    call,
    dev_context,
    go_to,
    key,
    refused,
    rich,
    subnet,
)
from tests.unit.local_node.runtime.support import decoded_events, fresh_context

COLDKEY, HOTKEY, OTHER = key(1), key(2), key(3)
HASH = b"\xab" * 32
EASY = 50


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    rich(ctx, COLDKEY)
    rich(ctx, OTHER)
    return ctx


class TestRecycling:
    def test_pays_the_price_and_takes_the_next_uid(self, ctx: Context) -> None:
        price, uid = ctx.get(storage.Burn, 1), ctx.get(storage.SubnetworkN, 1)
        before = currency.free(ctx, COLDKEY)
        pool = currency.free(ctx, account_id(1))
        alpha_out = ctx.get(storage.SubnetAlphaOut, 1)
        issuance = currency.total_issuance(ctx)

        call(ctx, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)

        assert currency.free(ctx, COLDKEY) == before - price
        # The TAO lies in the pool's account; what it bought is gone, so nothing was burned.
        assert currency.free(ctx, account_id(1)) == pool + price
        assert currency.total_issuance(ctx) == issuance
        assert ctx.get(storage.SubnetAlphaOut, 1) == alpha_out
        assert ctx.get(storage.SubnetAlphaIn, 1) < 10 * TAO < ctx.get(storage.SubnetTAO, 1)
        assert ctx.get(storage.Uids, (1, HOTKEY)) == uid
        assert ctx.get(storage.Keys, (1, uid)) == HOTKEY
        assert ctx.get(storage.Owner, HOTKEY) == COLDKEY
        assert ctx.get(storage.OwnedHotkeys, COLDKEY) == [HOTKEY]
        assert ctx.get(storage.RAORecycledForRegistration, 1) == price
        assert ctx.get(storage.RegistrationsThisBlock, 1) == 1
        assert ctx.get(storage.Burn, 1) > price
        event = ("SubtensorModule", "NeuronRegistered", (1, uid, HOTKEY))
        assert decoded_events(ctx)[-1] == event

    def test_every_per_uid_vector_grows_by_one(self, ctx: Context) -> None:
        call(ctx, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)
        count = ctx.get(storage.SubnetworkN, 1)
        for item in (
            storage.Active,
            storage.Emission,
            storage.Consensus,
            storage.Dividends,
            storage.ValidatorTrust,
            storage.ValidatorPermit,
            storage.Incentive,
            storage.LastUpdate,
        ):
            assert len(ctx.get(item, 1)) == count

    def test_refusals_in_order(self, ctx: Context) -> None:
        def register(coldkey: bytes = COLDKEY, netuid: int = 1, hotkey: bytes = HOTKEY) -> None:
            call(ctx, coldkey, "burned_register", netuid=netuid, hotkey=hotkey)

        with refused("BadOrigin"):
            call(ctx, root, "burned_register", netuid=1, hotkey=HOTKEY)
        with refused(errors.RegistrationNotPermittedOnRootSubnet):
            register(netuid=0)
        with refused(errors.SubnetNotExists):
            register(netuid=7)
        ctx.put(storage.NetworkRegistrationAllowed, 1, False)
        with refused(errors.SubNetRegistrationDisabled):
            register()
        ctx.put(storage.NetworkRegistrationAllowed, 1, True)
        with refused(errors.HotKeyAlreadyRegisteredInSubNet):
            register(coldkey=key(9), hotkey=subnet(ctx)[0])
        with refused(errors.NotEnoughBalanceToStake):
            register(coldkey=key(9))
        with refused(errors.CannotUseSystemAccount):
            register(hotkey=account_id(1))
        register()
        ctx.put(storage.Owner, key(8), OTHER)
        with refused(errors.NonAssociatedColdKey):
            register(hotkey=key(8))
        ctx.put(storage.MaxAllowedUids, 1, 0)
        with refused(errors.NoNeuronIdAvailable):
            register(hotkey=key(7))

    def test_a_refused_call_leaves_nothing(self, ctx: Context) -> None:
        ctx.put(storage.MaxAllowedUids, 1, 0)
        before = dict(ctx.ext.changes())  # type: ignore[attr-defined]
        with refused(errors.NoNeuronIdAvailable):
            call(ctx, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)
        assert dict(ctx.ext.changes()) == before  # type: ignore[attr-defined]

    def test_a_limit_refuses_a_higher_price_only(self, ctx: Context) -> None:
        price = ctx.get(storage.Burn, 1)
        with refused(errors.RegistrationPriceLimitExceeded):
            call(ctx, COLDKEY, "register_limit", netuid=1, hotkey=HOTKEY, limit_price=price - 1)
        call(ctx, COLDKEY, "register_limit", netuid=1, hotkey=HOTKEY, limit_price=price)
        assert ctx.contains(storage.Uids, (1, HOTKEY))


class TestReplacing:
    @pytest.fixture
    def full(self, ctx: Context) -> Context:
        """Subnet 1 full with four neurons, none of them immune, and nobody immortal but uid 0."""
        subnet(ctx, 1, neurons=4)
        ctx.put(storage.MaxAllowedUids, 1, 4)
        ctx.put(storage.MinNonImmuneUids, 1, 0)
        ctx.put(storage.ImmunityPeriod, 1, 10)
        ctx.put(storage.Emission, 1, [0, 30, 20, 40])
        go_to(ctx, 100)
        return ctx

    def test_the_lowest_emission_gives_way_and_loses_everything(self, full: Context) -> None:
        old = full.get(storage.Keys, (1, 2))
        full.put(storage.Consensus, 1, [1, 2, 3, 4])
        full.put(storage.Incentive, 1, [1, 2, 3, 4])
        full.put(storage.Weights, (1, 2), [(0, 5)])
        full.put(storage.Weights, (1, 1), [(2, 7), (3, 8)])
        full.put(storage.Bonds, (1, 2), [(0, 5)])
        full.put(
            storage.Prometheus,
            (1, old),
            {"block": 1, "version": 1, "ip": 1, "port": 1, "ip_type": 4},
        )

        call(full, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)

        assert full.get(storage.Uids, (1, HOTKEY)) == 2
        assert full.get(storage.SubnetworkN, 1) == 4
        assert not full.contains(storage.Uids, (1, old))
        assert not full.contains(storage.IsNetworkMember, (old, 1))
        assert not full.contains(storage.Prometheus, (1, old))
        assert full.get(storage.Emission, 1) == [0, 30, 0, 40]
        assert full.get(storage.Consensus, 1) == [1, 2, 0, 4]
        assert full.get(storage.Incentive, 1) == [1, 2, 0, 4]
        assert full.get(storage.Weights, (1, 2)) == []
        assert full.get(storage.Bonds, (1, 2)) == []
        assert full.get(storage.Weights, (1, 1)) == [(2, 0), (3, 8)]
        assert full.get(storage.BlockAtRegistration, (1, 2)) == 100
        assert full.get(storage.LastUpdate, 1)[2] == 100

    def test_an_immune_one_goes_only_when_too_few_others_are_left(self, full: Context) -> None:
        # test_prune_respects_min_non_immune_floor_prefers_immune
        full.put(storage.BlockAtRegistration, (1, 3), 95)
        full.put(storage.MinNonImmuneUids, 1, 2)
        call(full, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)
        assert full.get(storage.Uids, (1, HOTKEY)) == 3

    def test_ties_go_to_the_earlier_block_and_then_the_lower_uid(self, full: Context) -> None:
        full.put(storage.Emission, 1, [0, 20, 20, 20])
        full.put(storage.BlockAtRegistration, (1, 1), 5)
        call(full, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)
        assert full.get(storage.Uids, (1, HOTKEY)) == 2

    def test_immortals_are_never_pruned(self, full: Context) -> None:
        # test_prune_all_owner_immortal_returns_none
        owner = full.get(storage.SubnetOwner, 1)
        full.put(storage.OwnedHotkeys, owner, subnet(full))
        full.put(storage.ImmuneOwnerUidsLimit, 1, 10)
        with refused(errors.NoNeuronIdAvailable):
            call(full, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)


def mined(seal: Any, difficulty: int = EASY) -> tuple[int, bytes]:
    """The first nonce that meets the difficulty, and its seal."""
    nonce = 0
    while not meets_difficulty(seal(nonce), difficulty):
        nonce += 1
    return nonce, seal(nonce)


def missed(seal: Any, difficulty: int = EASY) -> tuple[int, bytes]:
    """A nonce whose seal does not meet the difficulty."""
    nonce = 0
    while meets_difficulty(seal(nonce), difficulty):
        nonce += 1
    return nonce, seal(nonce)


@pytest.fixture
def easy(ctx: Context) -> Context:
    """Block 10, the hashes of the last blocks known, subnet 1 easy."""
    go_to(ctx, 10)
    for number in range(3, 10):
        ctx.put(system.storage.BlockHash, number, HASH)
    ctx.put(storage.Difficulty, 1, EASY)
    ctx.put(storage.MinDifficulty, 1, 1)
    return ctx


class TestClassicProof:
    def args(self, nonce: int, work: bytes, /, **changed: Any) -> dict[str, Any]:
        args = {"netuid": 1, "block_number": 9, "nonce": nonce, "work": work}
        return {**args, "hotkey": HOTKEY, "coldkey": COLDKEY, **changed}

    def seal(self, nonce: int) -> bytes:
        return classic_seal(HASH, HOTKEY, nonce)

    def test_costs_no_tao_and_pairs_the_keys(self, easy: Context) -> None:
        nonce, work = mined(self.seal)
        price = easy.get(storage.Burn, 1)
        call(easy, HOTKEY, "register", **self.args(nonce, work))
        assert easy.contains(storage.Uids, (1, HOTKEY))
        assert easy.get(storage.Owner, HOTKEY) == COLDKEY
        assert currency.free(easy, COLDKEY) == 10_000 * TAO
        assert easy.get(storage.Burn, 1) == price
        assert easy.get(storage.UsedWork, work) == 10

    def test_refusals_in_order(self, easy: Context) -> None:
        nonce, work = mined(self.seal)
        weak_nonce, weak = missed(self.seal)

        def register(signer: bytes = HOTKEY, **changed: Any) -> None:
            call(easy, signer, "register", **self.args(nonce, work, **changed))

        with refused(errors.TransactorAccountShouldBeHotKey):
            register(signer=COLDKEY, netuid=0)
        with refused(errors.RegistrationNotPermittedOnRootSubnet):
            register(netuid=0)
        with refused(errors.SubnetNotExists):
            register(netuid=7)
        easy.put(storage.NetworkPowRegistrationAllowed, 1, False)
        with refused(errors.SubNetRegistrationDisabled):
            register()
        easy.put(storage.NetworkPowRegistrationAllowed, 1, True)
        easy.put(storage.RegistrationsThisBlock, 1, 1)
        with refused(errors.TooManyRegistrationsThisBlock):
            register()
        easy.put(storage.RegistrationsThisBlock, 1, 0)
        easy.put(storage.RegistrationsThisInterval, 1, 6)
        with refused(errors.TooManyRegistrationsThisInterval):
            register()
        easy.put(storage.RegistrationsThisInterval, 1, 0)
        for block in (11, 7):
            with refused(errors.InvalidWorkBlock):
                register(block_number=block)
        with refused(errors.InvalidDifficulty):
            register(nonce=weak_nonce, work=weak)
        with refused(errors.InvalidSeal):
            register(nonce=nonce + 1)
        easy.put(storage.Owner, HOTKEY, OTHER)
        with refused(errors.NonAssociatedColdKey):
            register()

    def test_without_the_feature_the_signer_pays_whatever_the_proof(self) -> None:
        plain = fresh_context("fast")
        rich(plain, COLDKEY)
        price = plain.get(storage.Burn, 1)
        call(plain, COLDKEY, "register", **self.args(0, b"", coldkey=OTHER))
        assert plain.get(storage.Owner, HOTKEY) == COLDKEY
        assert currency.free(plain, COLDKEY) == 10_000 * TAO - price


class TestBoundProof:
    def seal(self, nonce: int) -> bytes:
        return registration_seal(1, HASH, HOTKEY, COLDKEY, nonce)

    def args(self, nonce: int, work: bytes, /, **changed: Any) -> dict[str, Any]:
        args = {"netuid": 1, "work_block": 9, "nonce": nonce, "work": work, "hotkey": HOTKEY}
        return {**args, **changed}

    def test_costs_nothing_and_remembers_the_work(self, easy: Context) -> None:
        nonce, work = mined(self.seal)
        price = easy.get(storage.Burn, 1)
        call(easy, COLDKEY, "pow_register", **self.args(nonce, work))
        assert easy.contains(storage.Uids, (1, HOTKEY))
        assert currency.free(easy, COLDKEY) == 10_000 * TAO
        assert easy.get(storage.Burn, 1) == price
        assert easy.get(pow_feature.storage.LastPowRegistrationBlock, HOTKEY) == 9
        assert easy.get(storage.RegistrationsThisBlock, 1) == 1

    def test_refusals_in_order(self, easy: Context) -> None:
        nonce, work = mined(self.seal)
        weak_nonce, weak = missed(self.seal)

        def register(**changed: Any) -> None:
            call(easy, COLDKEY, "pow_register", **self.args(nonce, work, **changed))

        with refused(errors.RegistrationNotPermittedOnRootSubnet):
            register(netuid=0)
        with refused(errors.SubnetNotExists):
            register(netuid=7)
        for switch in (storage.NetworkRegistrationAllowed, storage.NetworkPowRegistrationAllowed):
            easy.put(switch, 1, False)
            with refused(errors.SubNetRegistrationDisabled):
                register()
            easy.put(switch, 1, True)
        easy.put(storage.RegistrationsThisBlock, 1, 1)
        with refused(errors.TooManyRegistrationsThisBlock):
            register()
        easy.put(storage.RegistrationsThisBlock, 1, 0)
        for block in (10, 5, 2):
            with refused(errors.InvalidWorkBlock):
                register(work_block=block)
        easy.put(pow_feature.storage.LastPowRegistrationBlock, HOTKEY, 9)
        with refused(errors.InvalidWorkBlock):
            register()
        easy.remove(pow_feature.storage.LastPowRegistrationBlock, HOTKEY)
        easy.remove(system.storage.BlockHash, 8)
        with refused(errors.InvalidWorkBlock):
            register(work_block=8)
        with refused(errors.InvalidSeal):
            register(hotkey=OTHER)
        with refused(errors.InvalidDifficulty):
            register(nonce=weak_nonce, work=weak)
        easy.put(storage.Owner, HOTKEY, OTHER)
        with refused(errors.NonAssociatedColdKey):
            register()

    def test_difficulty_is_held_to_the_subnets_bounds(self, easy: Context) -> None:
        nonce, work = missed(self.seal)
        easy.put(storage.MaxDifficulty, 1, 1)
        call(easy, COLDKEY, "pow_register", **self.args(nonce, work))
        assert easy.contains(storage.Uids, (1, HOTKEY))

    def test_only_the_feature_brings_the_call(self) -> None:
        plain = fresh_context("fast")
        with refused(system.errors.CallFiltered):
            call(plain, COLDKEY, "pow_register", **self.args(0, bytes(32)))


class TestFaucet:
    def test_mints_a_thousand_tao(self, ctx: Context) -> None:
        ctx.put(system.storage.BlockHash, 0, HASH)
        nonce, work = mined(lambda nonce: classic_seal(HASH, key(9), nonce), difficulty=10_000)
        issuance = currency.total_issuance(ctx)
        call(ctx, key(9), "faucet", block_number=0, nonce=nonce, work=work)
        assert currency.free(ctx, key(9)) == 1_000 * TAO
        assert currency.total_issuance(ctx) == issuance + 1_000 * TAO

    def test_asks_more_on_the_localnet(self) -> None:
        plain = fresh_context("fast")
        plain.put(system.storage.BlockHash, 0, HASH)
        nonce, work = mined(lambda nonce: classic_seal(HASH, key(9), nonce), difficulty=100)
        with refused(errors.InvalidDifficulty):
            call(plain, key(9), "faucet", block_number=0, nonce=nonce, work=work)


class TestRoot:
    def test_anybody_sits_down_while_there_is_room(self, ctx: Context) -> None:
        call(ctx, COLDKEY, "root_register", hotkey=HOTKEY)
        assert ctx.get(storage.Uids, (0, HOTKEY)) == 0
        assert ctx.get(storage.Delegates, HOTKEY) == 11_796
        with refused(errors.TooManyRegistrationsThisBlock):
            call(ctx, COLDKEY, "root_register", hotkey=OTHER)

    def test_a_full_network_changes_its_smallest_stake_for_a_greater(self, ctx: Context) -> None:
        ctx.put(storage.MaxAllowedUids, 0, 2)
        ctx.put(storage.MaxRegistrationsPerBlock, 0, 9)
        ctx.put(storage.TargetRegistrationsPerInterval, 0, 9)
        for number, stake in ((21, 30), (22, 20)):
            call(ctx, COLDKEY, "root_register", hotkey=key(number))
            increase_stake(ctx, key(number), COLDKEY, 0, stake)
        increase_stake(ctx, key(23), COLDKEY, 0, 20)
        with refused(errors.StakeTooLowForRoot):
            call(ctx, COLDKEY, "root_register", hotkey=key(23))
        increase_stake(ctx, key(23), COLDKEY, 0, 1)
        call(ctx, COLDKEY, "root_register", hotkey=key(23))
        assert ctx.get(storage.Keys, (0, 1)) == key(23)

    def test_a_network_without_seats_has_nobody_to_replace(self, ctx: Context) -> None:
        """`do_root_register` (`coinbase/root.rs`) asks for the hotkey of uid 0, which is none's."""
        ctx.put(storage.MaxAllowedUids, 0, 0)
        with refused(errors.HotKeyNotRegisteredInSubNet):
            call(ctx, COLDKEY, "root_register", hotkey=HOTKEY)
