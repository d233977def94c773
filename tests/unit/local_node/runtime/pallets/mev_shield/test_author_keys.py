from __future__ import annotations

from chain_spec.pallets import aura, system
from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import none
from local_node.runtime.pallets.mev_shield.author_keys import IDENTIFIER, create
from tests.unit.local_node.runtime.pallets.calling import key, refused
from tests.unit.local_node.runtime.pallets.mev_shield.shield_calls import errors, shielding, storage
from tests.unit.local_node.runtime.support import with_length

AUTHORS = [key(1), key(2), key(3)]


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
