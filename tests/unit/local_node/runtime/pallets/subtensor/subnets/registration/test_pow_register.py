"""Registering with the proof of work that is bound to the coldkey."""

from __future__ import annotations

from typing import Any

from chain_spec.features import pow as pow_feature
from chain_spec.pallets import system
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import (
    registration_seal,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, call, refused
from tests.unit.local_node.runtime.pallets.subtensor.subnets.registration.registrations import (
    COLDKEY,
    HASH,
    HOTKEY,
    OTHER,
    mined,
    missed,
)
from tests.unit.local_node.runtime.support import fresh_context


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
