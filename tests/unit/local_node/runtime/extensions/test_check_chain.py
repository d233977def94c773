"""What is signed for another chain or version."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.local_node.runtime.extensions.sending import REMARK, invalid, refused
from tests.unit.local_node.runtime.support import ALICE, Node


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
