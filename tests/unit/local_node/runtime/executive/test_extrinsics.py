"""Bytes that are no extrinsic."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.executive.entries import NODE
from tests.unit.local_node.runtime.support import ALICE, Node

REMARK = NODE.sign(ALICE, ("System", ("remark", {"remark": b"hello"})))


BATCH = NODE.sign(
    ALICE,
    (
        "Utility",
        (
            "batch",
            {
                "calls": [
                    ("Balances", ("transfer_all", {"dest": ("Id", bytes(32)), "keep_alive": True})),
                    ("Sudo", "remove_key"),
                ]
            },
        ),
    ),
)


@given(st.binary(max_size=200))
def test_random_bytes_are_no_extrinsic_and_change_nothing(data: bytes):
    _assert_refused(data)


@given(st.data())
@settings(max_examples=200)
def test_a_spoiled_extrinsic_changes_nothing(data: st.DataObject):
    raw = bytearray(data.draw(st.sampled_from([REMARK, BATCH])))
    at = data.draw(st.integers(0, len(raw) - 1))
    kind = data.draw(st.sampled_from(["cut", "flip", "insert"]))
    if kind == "cut":
        del raw[at:]
    elif kind == "flip":
        raw[at] ^= data.draw(st.integers(1, 255))
    else:
        raw.insert(at, data.draw(st.integers(0, 255)))
    if bytes(raw) not in (REMARK, BATCH):
        _assert_refused(bytes(raw))


def _assert_refused(data: bytes) -> None:
    revision = NODE.ext.state()
    try:
        verdict = NODE.validate(data)[0]
    except RuntimePanic:
        verdict = "Err"
    try:
        applied = NODE.apply(data)[0]
    except RuntimePanic:
        applied = "Err"
    if (verdict, applied) != ("Err", "Err"):
        # an unsigned call may be spelled by chance; only inherents are taken without a signature
        assert data[:1] in (b"\x04", b"\x05")
    else:
        assert NODE.ext.state() == revision
    assert NODE.ext.depth == 0


def test_calls_nested_deeply_do_not_break_the_runtime():
    node = Node()
    node.begin()
    call = ("System", ("remark", {"remark": b""}))
    for _ in range(60):
        call = ("Utility", ("as_derivative", {"index": 0, "call": call}))
    assert node.apply(node.sign(ALICE, call)) == ("Ok", ("Ok", ()))
    deep = b"\x0b\x01\x00\x00" * 5_000 + b"\x00\x00\x00"
    before = node.ext.state()
    with pytest.raises(RuntimePanic, match="Bad input data"):
        node.apply(b"\x04" + deep)
    assert node.ext.state() == before
