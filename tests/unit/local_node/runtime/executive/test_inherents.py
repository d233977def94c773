"""Inherents: where they stand, and how they are checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.executive.blocks import REMARK
from tests.unit.local_node.runtime.support import ALICE, Node


def test_inherents_stand_first():
    node = Node()
    node.begin(inherents=False)
    (inherent,) = node.inherents()
    header = {
        "parent_hash": node.genesis_hash,
        "number": 1,
        "state_root": bytes(32),
        "extrinsics_root": bytes(32),
        "digest": {"logs": [("PreRuntime", (b"aura", (1).to_bytes(8, "little")))]},
    }
    node = Node()
    block = {"header": header, "extrinsics": [node.sign(ALICE, REMARK), inherent]}
    with pytest.raises(RuntimePanic, match="Invalid inherent position"):
        node.call("Core_execute_block", block)


def test_inherents_are_checked():
    node = Node()
    node.block()
    duration = node.interface.profile.slot_duration

    def check(now: int, clock: int) -> dict[str, Any]:
        call = node.executive.assembly.encode_call(("Timestamp", ("set", {"now": now})))
        header: Mapping[str, Any] = {
            "parent_hash": bytes(32),
            "number": 2,
            "state_root": bytes(32),
            "extrinsics_root": bytes(32),
            "digest": {"logs": []},
        }
        block = {"header": header, "extrinsics": [b"\x04" + call]}
        data = {"data": [(b"timstap0", clock.to_bytes(8, "little"))]}
        answer: dict[str, Any] = node.call("BlockBuilder_check_inherents", block, data)
        return answer

    assert check(2 * duration, 2 * duration)["okay"]
    early = check(duration, 2 * duration)
    assert not early["okay"]
    assert early["fatal_error"]
    assert early["errors"]["data"] == [(b"timstap0", b"\x00")]
    late = check(2 * duration + 30_001, 2 * duration)
    assert late["errors"]["data"] == [(b"timstap0", b"\x01")]
