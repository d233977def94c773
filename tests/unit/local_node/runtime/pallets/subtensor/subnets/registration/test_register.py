"""Registering with the classic proof of work."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import classic_seal
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, call, refused, rich
from tests.unit.local_node.runtime.pallets.subtensor.subnets.registration.registrations import (
    COLDKEY,
    HASH,
    HOTKEY,
    OTHER,
    mined,
    missed,
)
from tests.unit.local_node.runtime.support import fresh_context


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
