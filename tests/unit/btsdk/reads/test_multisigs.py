"""Open calls of multisigs as they are read."""

from __future__ import annotations

from btsdk.ops import Multisig
from btsdk.units import Tao
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, CHARLIE, SENT, done


def test_open_calls_of_one_multisig() -> None:
    with LocalChain() as chain:
        client = chain.client
        ours, theirs = Multisig(SENT, [ALICE, BOB], 2), Multisig(SENT, [ALICE, CHARLIE], 2)
        assert client.head().multisigs(ours.address) == ()
        assert client.head().multisig(ours.address, bytes(32)) is None
        receipt = done(client, ours, ALICE)
        done(client, theirs, CHARLIE)
        (pending,) = client.head().multisigs(ours.address)
        assert (pending.height, pending.index) == (receipt.block_number, receipt.index)
        assert pending.timepoint == {"height": pending.height, "index": pending.index}
        limits = client.head().multisig_constants()
        assert limits.max_signatories == 100
        assert pending.deposit == limits.deposit(2) == Tao.parse("0.196")
        (other,) = client.head().multisigs(theirs.address)
        assert other.depositor == CHARLIE.ss58_address
        assert other.call_hash == pending.call_hash
