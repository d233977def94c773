"""MevShield: keys on their way from author to author, sealed extrinsics, and what root may set."""

from __future__ import annotations

from typing import Any

import pytest
from kyber_py.ml_kem import ML_KEM_768

from btsdk.keys.hashing import blake2_256
from btsdk.shield import key_hash, seal
from chain_spec.pallets import aura, mev_shield, system
from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import none, root
from local_node.runtime.pallets.mev_shield.author_keys import IDENTIFIER, create
from local_node.runtime.pallets.mev_shield.pending import process
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, key, refused
from tests.unit.local_node.runtime.support import ALICE, BOB, TAO, Node, fresh_context, with_length

storage, errors = mev_shield.storage, mev_shield.errors
AUTHORS = [key(1), key(2), key(3)]


@pytest.fixture
def ctx() -> Context:
    return fresh_context(block=10)


def shielding(ctx: Context, origin: Any, name: str, /, **args: Any) -> None:
    dispatch(ctx, origin, "MevShield", name, **args)


def announce(ctx: Context, slot: int, enc_key: bytes | None) -> None:
    log = ("PreRuntime", (b"aura", slot.to_bytes(8, "little")))
    ctx.set(system.storage.Digest, {"logs": [log]})
    shielding(ctx, none, "announce_next_key", enc_key=enc_key)


def public(number: int) -> bytes:
    return bytes([number]) * 1_184


def keys(ctx: Context) -> list[int | None]:
    found = (ctx.get(item) for item in (storage.CurrentKey, storage.PendingKey, storage.NextKey))
    return [None if one is None else one[0] for one in found]


def test_keys_rotate_towards_their_authors_turn(ctx: Context) -> None:
    ctx.set(aura.storage.Authorities, AUTHORS)
    seen = []
    for slot in range(6):
        ctx.set(system.storage.Number, 10 + slot)
        announce(ctx, slot, public(slot + 1))
        seen.append(keys(ctx))
    # the author of slot n is number n mod 3; what it announced last is next two slots ahead of it
    assert seen == [
        [None, None, None],
        [None, None, 1],
        [None, 1, 2],
        [1, 2, 3],
        [2, 3, 4],
        [3, 4, 5],
    ]
    assert ctx.get(storage.PendingKeyExpiresAt) == 17
    assert ctx.get(storage.NextKeyExpiresAt) == 18
    assert ctx.get(storage.AuthorKeys, AUTHORS[2]) == public(6)


def test_an_author_without_a_key_is_passed_by(ctx: Context) -> None:
    ctx.set(aura.storage.Authorities, AUTHORS[:1])
    for slot in range(4):
        announce(ctx, slot, public(slot + 1))
    assert keys(ctx) == [1, 2, 3]
    for slot in range(4, 7):
        announce(ctx, slot, None)
    assert keys(ctx) == [4, None, None]
    announce(ctx, 7, None)
    assert keys(ctx) == [None, None, None]
    assert ctx.get(storage.NextKeyExpiresAt) is None
    assert not ctx.contains(storage.AuthorKeys, AUTHORS[0])


def test_announcements_are_refused(ctx: Context) -> None:
    ctx.set(aura.storage.Authorities, AUTHORS)
    with refused(ctx, BAD_ORIGIN):
        shielding(ctx, key(1), "announce_next_key", enc_key=None)
    ctx.set(system.storage.Digest, {"logs": []})
    with refused(ctx, errors.Unreachable):
        shielding(ctx, none, "announce_next_key", enc_key=None)
    log = ("PreRuntime", (b"aura", bytes(8)))
    ctx.set(system.storage.Digest, {"logs": [log]})
    with refused(ctx, errors.BadEncKeyLen):
        shielding(ctx, none, "announce_next_key", enc_key=b"short")


def test_the_inherent_comes_of_the_nodes_key(ctx: Context) -> None:
    assert IDENTIFIER == b"shieldpk"
    assert create(ctx, None) is None
    assert create(ctx, b"\x07") is None
    assert create(ctx, b"\x00") == ("MevShield", ("announce_next_key", {"enc_key": None}))
    material = b"\x01" + with_length(b"key")
    assert create(ctx, material) == ("MevShield", ("announce_next_key", {"enc_key": b"key"}))


def test_a_sealed_extrinsic_is_noted(ctx: Context) -> None:
    who = key(5)
    with refused(ctx, BAD_ORIGIN):
        shielding(ctx, none, "submit_encrypted", ciphertext=b"sealed")
    shielding(ctx, who, "submit_encrypted", ciphertext=b"sealed")
    digest = blake2_256(who + b"\x18sealed")
    assert events_of(ctx, "MevShield") == [("EncryptedSubmitted", {"id": digest, "who": who})]


# -- stored ones ----------------------------------------------------------------------------------


def store(ctx: Context, content: bytes = b"call") -> None:
    shielding(ctx, key(5), "store_encrypted", encrypted_call=content)


def test_stored_ones_wait_until_the_next_block(ctx: Context) -> None:
    shielding(ctx, root, "set_max_pending_extrinsics_number", value=2)
    store(ctx)
    store(ctx)
    with refused(ctx, errors.TooManyPendingExtrinsics):
        store(ctx)
    assert ctx.get(storage.CounterForPendingExtrinsics) == 2
    pending = {"who": key(5), "encrypted_call": b"call", "submitted_at": 10}
    assert ctx.get(storage.PendingExtrinsics, 1) == pending
    ctx.set(system.storage.Number, 11)
    # two reads to begin with; for each one read and two writes
    assert process(ctx).ref_time == 4 * 25_000_000 + 4 * 100_000_000
    assert events_of(ctx, "MevShield")[-2:] == [
        ("ExtrinsicDecodeFailed", {"index": 0}),
        ("ExtrinsicDecodeFailed", {"index": 1}),
    ]
    assert ctx.get(storage.CounterForPendingExtrinsics) == 0
    assert process(ctx).ref_time == 2 * 25_000_000
    store(ctx)
    assert ctx.get(storage.NextPendingExtrinsicIndex) == 3


def test_stored_ones_expire(ctx: Context) -> None:
    shielding(ctx, root, "set_stored_extrinsic_lifetime", value=3)
    store(ctx)
    ctx.set(system.storage.Number, 14)
    process(ctx)
    assert events_of(ctx, "MevShield")[-1] == ("ExtrinsicExpired", {"index": 0})


SETTINGS = {
    "set_max_pending_extrinsics_number": (storage.MaxPendingExtrinsicsLimit, None),
    "set_on_initialize_weight": (storage.OnInitializeWeight, 2_000_000_000_000),
    "set_stored_extrinsic_lifetime": (storage.ExtrinsicLifetime, None),
    "set_max_extrinsic_weight": (storage.MaxExtrinsicWeight, 2_000_000_000_000),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings(ctx: Context, name: str) -> None:
    item, most = SETTINGS[name]
    with refused(ctx, BAD_ORIGIN):
        shielding(ctx, key(1), name, value=5)
    shielding(ctx, root, name, value=5)
    assert ctx.get(item) == 5
    assert events_of(ctx, "MevShield")[-1][1] == {"value": 5}
    if most is not None:
        with refused(ctx, errors.WeightExceedsAbsoluteMax):
            shielding(ctx, root, name, value=most + 1)
        shielding(ctx, root, name, value=most)


# -- what an author asks ----------------------------------------------------------------------


def test_an_author_opens_what_was_sealed_to_it() -> None:
    node = Node()
    public_key, private_key = ML_KEM_768.keygen()
    node.block()
    _, birth = node.best
    node.block()
    node.context().set(storage.PendingKey, public_key)
    transfer = (
        "Balances",
        ("transfer_keep_alive", {"dest": ("Id", BOB.public_key), "value": TAO}),
    )
    inner = node.sign(ALICE, transfer, nonce=1)
    sealed = seal(with_length(inner), public_key)
    submit = ("MevShield", ("submit_encrypted", {"ciphertext": sealed}))
    # a sealed extrinsic lives no longer than its key: eight blocks, here from the first one
    wrapper = node.sign(ALICE, submit, era=("Mortal", (8, 1)), era_hash=birth)
    parts = node.call("ShieldApi_try_decode_shielded_tx", wrapper)
    assert parts["key_hash"] == key_hash(public_key)
    assert node.call("ShieldApi_is_shielded_using_current_key", key_hash(public_key)) is True
    assert node.call("ShieldApi_is_shielded_using_current_key", bytes(16)) is False
    assert node.call("ShieldApi_try_unshield_tx", private_key, parts) == inner
    before = node.free(BOB)
    assert node.block(wrapper, inner) == [("Ok", ("Ok", ()))] * 2
    assert node.free(BOB) == before + TAO


def test_what_an_author_leaves_alone() -> None:
    node = Node()
    public_key, private_key = ML_KEM_768.keygen()
    node.block()
    sealed = seal(b"no extrinsic", public_key)
    submit = ("MevShield", ("submit_encrypted", {"ciphertext": sealed}))
    good = node.sign(ALICE, submit)
    forged = good[:40] + bytes([good[40] ^ 1]) + good[41:]
    decode = "ShieldApi_try_decode_shielded_tx"
    assert node.call(decode, forged) is None
    assert node.call(decode, b"junk") is None
    remark = ("System", ("remark", {"remark": b""}))
    assert node.call(decode, node.sign(ALICE, remark)) is None
    short = ("MevShield", ("submit_encrypted", {"ciphertext": b"short"}))
    assert node.call(decode, node.sign(ALICE, short)) is None
    parts = node.call(decode, good)
    assert node.call("ShieldApi_try_unshield_tx", private_key, parts) is None
    other = ML_KEM_768.keygen()[1]
    assert node.call("ShieldApi_try_unshield_tx", other, parts) is None
    assert node.call("ShieldApi_is_shielded_using_current_key", key_hash(public_key)) is False
