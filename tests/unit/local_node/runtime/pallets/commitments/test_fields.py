from __future__ import annotations

from typing import Any

import pytest

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.commitments.commitments import commit, raw, used


@pytest.mark.parametrize(
    ("fields", "space"),
    [
        ([], 100),
        (["None"], 100),
        ([raw(99)], 100),
        ([raw(128), raw(2)], 130),
        ([("BlakeTwo256", bytes(32)), ("BigRaw", bytes(500)), raw(0)], 532),
        ([("TimelockEncrypted", {"encrypted": bytes(1_000), "reveal_round": 9})], 1_000),
    ],
)
def test_space(ctx: Context, fields: list[Any], space: int) -> None:
    commit(ctx, *fields)
    assert used(ctx) == space
