"""What the checks before a dispatch weigh."""

from __future__ import annotations

from local_node.runtime.weights.guards import guards_weight


def test_weights_are_checked_for_stake_and_for_time() -> None:
    base = guards_weight("SubtensorModule", "add_stake")
    assert base == guards_weight("System", "remark")
    assert base.ref_time == 17_583_000 + 2 * 25_000_000
    reveal = guards_weight("SubtensorModule", "reveal_weights").minus(base)
    setting = guards_weight("SubtensorModule", "set_weights").minus(base)
    assert reveal.ref_time == 52_958_000 + 11 * 25_000_000
    assert setting.minus(reveal).ref_time == 35_376_000 + 7 * 25_000_000
    # another pallet's call of that name has none
    assert guards_weight("AdminUtils", "set_weights") == base
