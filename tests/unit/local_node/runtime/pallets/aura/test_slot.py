from __future__ import annotations

from btsdk.keys import ss58
from chain_spec.pallets import system
from local_node.runtime.pallets.aura.slot import author, slot_from_digest
from tests.unit.local_node.runtime.support import ALICE, BOB, default_genesis, fresh_context


def test_the_author_is_the_authority_of_the_slot():
    genesis = default_genesis()
    authorities = [ALICE.ss58_address, BOB.ss58_address]
    genesis["aura"] = {"authorities": authorities}
    ctx = fresh_context(genesis=genesis)
    assert author(ctx) is None
    for slot in (6, 7):
        log = ("PreRuntime", (b"aura", slot.to_bytes(8, "little")))
        ctx.set(system.storage.Digest, {"logs": [("Other", b"x"), log]})
        assert slot_from_digest(ctx) == slot
        assert author(ctx) == ss58.decode(authorities[slot % 2])


def test_other_digests_name_no_slot():
    ctx = fresh_context()
    for log in (
        "RuntimeEnvironmentUpdated",
        ("PreRuntime", (b"babe", bytes(8))),
        ("PreRuntime", (b"aura", bytes(7))),
        ("Seal", (b"aura", bytes(8))),
    ):
        ctx.set(system.storage.Digest, {"logs": [log]})
        assert slot_from_digest(ctx) is None
