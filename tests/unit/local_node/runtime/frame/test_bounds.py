"""Collections in a call that are longer than their types allow."""

from __future__ import annotations

import pytest

from btsdk.errors import DecodeError
from chain_spec.chains import load
from local_node.runtime.frame.bounds import Bounds
from tests.unit.local_node.runtime.support import ALICE, Node

COMMIT = {"netuid": 1, "reveal_round": 1, "commit_reveal_version": 4}


def commit(length: int) -> object:
    return ("SubtensorModule", ("commit_timelocked_weights", {**COMMIT, "commit": bytes(length)}))


def commitment(*fields: object) -> object:
    return ("Commitments", ("set_commitment", {"netuid": 1, "info": {"fields": list(fields)}}))


@pytest.fixture(scope="module")
def bounds() -> Bounds:
    return Bounds(load("dev").interface)


def test_what_fits_is_a_call(bounds: Bounds) -> None:
    bounds.check(commit(5000))
    bounds.check(commitment(("BigRaw", bytes(512)), "None", "None"))
    bounds.check(("MevShield", ("announce_next_key", {"enc_key": None})))
    bounds.check(("Utility", ("batch", {"calls": [commit(5000)]})))
    bounds.check(("Sudo", "remove_key"))


@pytest.mark.parametrize(
    "call",
    [
        commit(5001),
        commitment("None", "None", "None", "None"),
        commitment(("BigRaw", bytes(513))),
        commitment(("TimelockEncrypted", {"encrypted": bytes(1025), "reveal_round": 1})),
        ("MevShield", ("announce_next_key", {"enc_key": bytes(2049)})),
        ("AdminUtils", ("swap_authorities", {"new_authorities": [bytes(32)] * 33})),
        ("Utility", ("batch", {"calls": [("Sudo", "remove_key"), commit(5001)]})),
        ("Sudo", ("sudo", {"call": commit(5001)})),
    ],
)
def test_what_is_longer_is_none(bounds: Bounds, call: object) -> None:
    with pytest.raises(DecodeError, match="of at most"):
        bounds.check(call)


def test_the_runtime_decodes_no_such_extrinsic() -> None:
    node = Node()
    decode = node.executive.blocks.extrinsics.decode
    assert decode(node.sign(ALICE, commit(5000))).call == commit(5000)
    with pytest.raises(DecodeError, match="of at most 5000"):
        decode(node.sign(ALICE, commit(5001)))
