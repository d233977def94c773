from __future__ import annotations

from chain_spec.pallets import system
from chain_spec.pallets.subtensor import errors
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import classic_seal
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, call, key, refused
from tests.unit.local_node.runtime.pallets.subtensor.subnets.registration.registrations import (
    HASH,
    mined,
)
from tests.unit.local_node.runtime.support import fresh_context


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
