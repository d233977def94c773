"""`faucet`: 1,000 TAO for a proof of work, on chains with the *faucet* feature."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events
from local_node.runtime.frame import Context, Origin, ensure_signed
from local_node.runtime.pallets.subtensor.coinbase.tao import mint_tao, spend_tao
from local_node.runtime.pallets.subtensor.features import faucet_difficulty
from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import (
    ensure_classic_proof,
    mark_work_used,
)

AMOUNT = 1_000_000_000_000


def faucet(ctx: Context, origin: Origin, block_number: int, nonce: int, work: bytes) -> None:
    """`work` is the classic seal with the signer in place of the hotkey."""
    coldkey = ensure_signed(origin)
    ensure_classic_proof(ctx, block_number, nonce, work, coldkey, faucet_difficulty(ctx))

    mark_work_used(ctx, work)
    spend_tao(ctx, coldkey, mint_tao(ctx, AMOUNT), AMOUNT)
    ctx.emit(events.Faucet, coldkey, AMOUNT)
