from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from chain_spec.pallets import multisig as declared
from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    REMARK,
    events_of,
    failed,
    reserved,
    run,
)
from tests.unit.local_node.runtime.pallets.multisig.multisig_calls import (
    ACCOUNT,
    DEPOSIT_OF_TWO,
    call,
    errors,
    hashed,
    others,
    sign,
    stored,
    used,
)
from tests.unit.local_node.runtime.support import ALICE, BOB, Node


def test_poke_deposit():
    node = Node()
    run(node, sign(ALICE, REMARK), ALICE)
    call_hash = hashed(node, REMARK)

    def poke(who: Keypair) -> Any:
        return call("poke_deposit", threshold=2, other_signatories=others(who), call_hash=call_hash)

    assert run(node, poke(BOB)) == failed(errors.NotOwner)
    assert run(node, poke(ALICE), ALICE) == DONE
    assert (events_of(node, "Multisig"), used(node)["pays_fee"]) == ([], "Yes")
    ctx = node.context()
    operation = stored(node, REMARK)
    operation["deposit"] -= 6_000_000
    ctx.put(declared.storage.Multisigs, (ACCOUNT, call_hash), operation)
    assert run(node, poke(ALICE), ALICE) == DONE
    assert used(node)["pays_fee"] == "No"
    poked = {
        "who": ALICE.public_key,
        "call_hash": call_hash,
        "old_deposit": DEPOSIT_OF_TWO - 6_000_000,
        "new_deposit": DEPOSIT_OF_TWO,
    }
    assert events_of(node, "Multisig") == [("DepositPoked", poked)]
    assert reserved(node, ALICE) == DEPOSIT_OF_TWO + 6_000_000
