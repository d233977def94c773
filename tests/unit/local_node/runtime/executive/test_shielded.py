"""What an author opens of sealed extrinsics, and what it leaves alone."""

from __future__ import annotations

from kyber_py.ml_kem import ML_KEM_768

from btsdk.shield import key_hash, seal
from tests.unit.local_node.runtime.pallets.mev_shield.shield_calls import storage
from tests.unit.local_node.runtime.support import ALICE, BOB, TAO, Node, with_length


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
