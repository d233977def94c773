"""Differences by their kind."""

from __future__ import annotations

from local_node.runtime_diff.compare import differences
from local_node.runtime_diff.outcome import StepOutcome


def test_differences_are_told_by_kind() -> None:
    one = StepOutcome(None, 5, (("A.B", {}), ("Balances.Withdraw", {})), {"A.X": 1, "A.Y": 2})
    other = StepOutcome("A.Bad", 6, (("A.C", {}),), {"A.X": 1, "A.Y": 3, "A.Z": 1})
    found = {each.kind: (each.one, each.other) for each in differences(one, other)}
    assert found == {
        "error": ("none", "A.Bad"),
        "events": ("A.B", "A.C"),
        "fee": ("5 rao", "6 rao"),
        "storage": ("A.Y ×2", "A.Y ×3, A.Z ×1"),
    }
    assert list(differences(one, one)) == []
