"""Who may send what: every extension's refusal, through the pool's entry point and in a block."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from eth_keys.datatypes import PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from btsdk.extrinsic.era import Era
from btsdk.frozen import replace
from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import system
from local_node.runtime.bundled import PALLETS
from local_node.runtime.extensions.check_metadata_hash import metadata_hash
from local_node.runtime.extensions.check_mortality import birth, death
from local_node.runtime.frame import Context, Hooks, fail
from tests.unit.local_node.runtime.support import ALICE, BOB, Node

REMARK = ("System", ("remark", {"remark": b"hello"}))
U64_MAX = 2**64 - 1


def invalid(reason: Any) -> tuple[str, Any]:
    return ("Err", ("Invalid", reason))


@pytest.fixture
def node() -> Node:
    return Node()


def refused(node: Node, extrinsic: bytes) -> Any:
    """The refusal of the pool, which must be that of a block too, and leave no trace there."""
    said = node.validate(extrinsic)
    node.begin()
    before = node.ext.state()
    assert node.apply(extrinsic) == said
    assert node.ext.state() == before
    return said


def test_a_valid_extrinsic(node: Node):
    said = node.validate(node.sign(ALICE, REMARK))
    tag = ALICE.public_key + b"\0\0\0\0"
    assert said == (
        "Ok",
        {
            "priority": 1,
            "requires": [],
            "provides": [tag],
            "longevity": U64_MAX - 1,
            "propagate": True,
        },
    )


def test_a_later_nonce_requires_the_one_before(node: Node):
    _, valid = node.validate(node.sign(ALICE, REMARK, nonce=3))
    assert valid["requires"] == [ALICE.public_key + b"\x02\0\0\0"]
    assert valid["provides"] == [ALICE.public_key + b"\x03\0\0\0"]


def test_a_later_nonce_is_future_in_a_block(node: Node):
    node.begin()
    assert node.apply(node.sign(ALICE, REMARK, nonce=3)) == invalid("Future")


def test_a_used_nonce_is_stale(node: Node):
    extrinsic = node.sign(ALICE, REMARK)
    node.block(extrinsic)
    assert refused(node, extrinsic) == invalid("Stale")


@pytest.mark.parametrize(
    "changes",
    [
        {"genesis_hash": bytes(32)},
        {"spec_version": 424},
        {"era_hash": bytes(32)},
        {"metadata_hash": bytes(32)},
        {"mode": "Enabled"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_was_signed_for_something_else_is_a_bad_proof(node: Node, changes: dict[str, Any]):
    assert refused(node, node.sign(ALICE, REMARK, **changes)) == invalid("BadProof")


def test_a_changed_byte_is_a_bad_proof(node: Node):
    extrinsic = bytearray(node.sign(ALICE, REMARK))
    extrinsic[-1] ^= 1
    assert refused(node, bytes(extrinsic)) == invalid("BadProof")


def test_the_metadata_hash_is_accepted(node: Node):
    digest = metadata_hash(node.interface)
    signed = node.sign(ALICE, REMARK, mode="Enabled", metadata_hash=digest)
    assert node.block(signed) == [("Ok", ("Ok", ()))]


def test_a_long_payload_is_signed_by_its_hash(node: Node):
    call = ("System", ("remark", {"remark": bytes(1000)}))
    assert node.block(node.sign(ALICE, call)) == [("Ok", ("Ok", ()))]


def test_an_ed25519_signature(node: Node):
    key = SigningKey(bytes(range(32)))
    account = bytes(key.verify_key)
    value = {"dest": ("Id", account), "value": 1_000_000_000}
    node.block(node.sign(ALICE, ("Balances", ("transfer_keep_alive", value))))
    extrinsic = resigned(node, account, b"\x00", lambda payload: key.sign(payload).signature)
    assert node.block(extrinsic) == [("Ok", ("Ok", ()))]


def test_an_ecdsa_signature(node: Node):
    key = PrivateKey(bytes(range(1, 33)))
    account = blake2_256(key.public_key.to_compressed_bytes())
    value = {"dest": ("Id", account), "value": 1_000_000_000}
    node.block(node.sign(ALICE, ("Balances", ("transfer_keep_alive", value))))

    def sign(payload: bytes) -> bytes:
        signature: bytes = key.sign_msg_hash(blake2_256(payload)).to_bytes()
        return signature

    assert node.block(resigned(node, account, b"\x02", sign)) == [("Ok", ("Ok", ()))]
    spoiled = bytearray(resigned(node, account, b"\x02", sign))
    spoiled[40] ^= 1
    assert node.validate(bytes(spoiled)) == invalid("BadProof")


def resigned(node: Node, account: bytes, scheme: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """A remark by `account`, signed in another scheme over the same kind of payload."""
    nonce = node.call("AccountNonceApi_account_nonce", account)
    captured = Capturing(account)
    unsigned = node.sign(captured, REMARK, nonce=nonce)
    rest = unsigned[1 + 1 + 32 + 1 + 64 :]
    return b"\x84\x00" + account + scheme + sign(captured.payload) + rest


class Capturing(Keypair):
    """Signs nothing, and keeps what it was given to sign."""

    def __init__(self, account: bytes) -> None:
        self.account = account
        self.payload = b""

    @property
    def public_key(self) -> bytes:
        return self.account

    def sign(self, payload: bytes) -> bytes:
        self.payload = payload
        return bytes(64)


def test_the_zero_account_signs_nothing(node: Node):
    extrinsic = bytearray(node.sign(ALICE, REMARK))
    extrinsic[2:34] = bytes(32)
    # nobody can have signed, and the proof is looked at first
    assert refused(node, bytes(extrinsic)) == invalid("BadProof")


def test_an_address_that_is_no_account(node: Node):
    extrinsic = node.sign(ALICE, REMARK)
    raw = b"\x84\x03" + extrinsic[2:]
    assert refused(node, raw) == ("Err", ("Unknown", "CannotLookup"))


def test_an_account_without_money_can_send_nothing_that_costs(node: Node):
    poor = Keypair.from_uri("//Nobody")
    assert refused(node, node.sign(poor, REMARK)) == invalid("Payment")
    free = ("Utility", ("batch", {"calls": []}))
    assert node.validate(node.sign(poor, free))[0] == "Ok"


def test_sudo_by_another_than_the_key(node: Node):
    call = ("Sudo", ("sudo", {"call": REMARK}))
    assert refused(node, node.sign(BOB, call)) == invalid("BadSigner")
    assert node.validate(node.sign(ALICE, call))[0] == "Ok"


def test_inherents_do_not_go_through_the_pool(node: Node):
    node.slot = 1
    (inherent,) = node.inherents()
    assert node.validate(inherent) == invalid("MandatoryValidation")


def test_unsigned_calls_are_unknown(node: Node):
    call = node.executive.assembly.encode_call(REMARK)
    assert node.validate(b"\x04" + call) == ("Err", ("Unknown", "NoUnsignedValidator"))
    assert node.validate(b"\x05" + call) == ("Err", ("Unknown", "NoUnsignedValidator"))


def test_an_extrinsic_too_heavy_for_any_block(node: Node):
    inner = ("System", ("remark", {"remark": b""}))
    weight = {"ref_time": 2_600_000_000_000, "proof_size": 0}
    call = ("Sudo", ("sudo_unchecked_weight", {"call": inner, "weight": weight}))
    assert refused(node, node.sign(ALICE, call)) == invalid("ExhaustsResources")


def test_a_full_block_has_no_room(node: Node):
    inner = ("System", ("remark", {"remark": b""}))
    weight = {"ref_time": 2_000_000_000_000, "proof_size": 0}
    call = ("Sudo", ("sudo_unchecked_weight", {"call": inner, "weight": weight}))
    node.begin()
    assert node.apply(node.sign(ALICE, call)) == ("Ok", ("Ok", ()))
    assert node.apply(node.sign(ALICE, call)) == invalid("ExhaustsResources")
    assert node.nonce(ALICE) == 1


def test_a_block_has_room_for_so_many_bytes(node: Node):
    node.begin()
    long = ("System", ("remark", {"remark": bytes(5_000_000)}))
    assert node.apply(node.sign(ALICE, long)) == ("Ok", ("Ok", ()))
    assert node.apply(node.sign(ALICE, long)) == invalid("ExhaustsResources")


def test_a_malformed_shielded_extrinsic(node: Node):
    call = ("MevShield", ("submit_encrypted", {"ciphertext": bytes(10)}))
    era = ("Mortal", (8, 0))
    said = node.validate(node.sign(ALICE, call, era=era))
    assert said == invalid(("Custom", 23))
    assert node.validate(node.sign(ALICE, call)) == invalid("Stale")


# -- eras ------------------------------------------------------------------------------------------


def test_a_mortal_extrinsic_lives_for_its_period(node: Node):
    node.block()
    hash_1 = node.best[1]
    node.block()
    extrinsic = node.sign(ALICE, REMARK, era=("Mortal", (4, 1)), era_hash=hash_1)
    verdict, valid = node.validate(extrinsic)
    assert (verdict, valid["longevity"]) == ("Ok", 2)
    node.block()
    node.block()
    # in block 5 the era would begin anew, with a block whose hash nobody knows yet
    assert node.validate(extrinsic) == invalid("AncientBirthBlock")


def test_an_era_whose_first_block_is_forgotten(node: Node):
    for _ in range(3):
        node.block()
    context = node.context()
    context.remove(system.storage.BlockHash, 1)
    extrinsic = node.sign(ALICE, REMARK, era=("Mortal", (4, 1)))
    assert node.validate(extrinsic) == invalid("AncientBirthBlock")


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1), st.integers(2, 16))
def test_eras_begin_and_end_as_the_sdk_says(current: int, now: int, bits: int):
    era = Era.mortal(2**bits, current)
    value = era.to_scale()
    assert birth(value, now) == era.birth(now)
    assert death(value, now) == era.death(now)
    assert birth("Immortal", now) == 0


# -- guards ----------------------------------------------------------------------------------------


def _forbid(ctx: Context, who: bytes, call: Any) -> None:
    if call[0] == "System" and who == BOB.public_key:
        raise fail(system.errors.Unauthorized)


@pytest.mark.parametrize(("codes", "code"), [({"System.Unauthorized": 42}, 42), ({}, 255)])
def test_a_guard_refuses_with_its_code_and_stands_before_nested_calls(
    codes: dict[str, int], code: int
):
    sudo = next(pallet for pallet in PALLETS if pallet.name == "Sudo")
    hooks = Hooks(guards=(_forbid,), refusal_codes=codes)
    guarded = replace(sudo, hooks=lambda: hooks)
    others = [pallet for pallet in PALLETS if pallet is not sudo]
    node = Node(pallets=[*others, guarded])
    assert node.validate(node.sign(BOB, REMARK)) == invalid(("Custom", code))
    node.begin()
    batch = ("Utility", ("batch_all", {"calls": [REMARK]}))
    failed = ("Module", {"index": 0, "error": b"\x08\0\0\0"})
    assert node.apply(node.sign(BOB, batch)) == ("Ok", ("Err", failed))
    assert node.apply(node.sign(ALICE, batch)) == ("Ok", ("Ok", ()))
