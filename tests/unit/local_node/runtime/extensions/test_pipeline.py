"""Signatures, over what every extension carries and implies."""

from __future__ import annotations

from collections.abc import Callable

from eth_keys.datatypes import PrivateKey
from nacl.signing import SigningKey

from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from tests.unit.local_node.runtime.extensions.sending import REMARK, invalid, refused
from tests.unit.local_node.runtime.support import ALICE, Node

U64_MAX = 2**64 - 1


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


def test_a_changed_byte_is_a_bad_proof(node: Node):
    extrinsic = bytearray(node.sign(ALICE, REMARK))
    extrinsic[-1] ^= 1
    assert refused(node, bytes(extrinsic)) == invalid("BadProof")


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
