"""A proof of work is looked at before the pool takes it in."""

from __future__ import annotations

from chain_spec.pallets import system
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.guards.dispatch import check_call
from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import (
    registration_seal,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to, key, refused

COLDKEY, HOTKEY, HASH = key(1), key(2), b"\xab" * 32


def test_only_a_proof_that_holds_passes() -> None:
    ctx = dev_context()
    go_to(ctx, 10)
    ctx.put(system.storage.BlockHash, 9, HASH)
    ctx.put(storage.Difficulty, 1, 1)
    ctx.put(storage.MinDifficulty, 1, 1)
    work = registration_seal(1, HASH, HOTKEY, COLDKEY, 5)
    args = {"netuid": 1, "work_block": 9, "nonce": 5, "work": work, "hotkey": HOTKEY}
    check_call(ctx, COLDKEY, ("SubtensorModule", ("pow_register", args)))
    with refused(errors.InvalidSeal):
        check_call(ctx, key(3), ("SubtensorModule", ("pow_register", args)))
    ctx.put(storage.NetworkPowRegistrationAllowed, 1, False)
    with refused(errors.SubNetRegistrationDisabled):
        check_call(ctx, COLDKEY, ("SubtensorModule", ("pow_register", args)))
