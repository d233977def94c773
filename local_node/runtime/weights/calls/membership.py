"""The weights of the two member pallets' calls: those of `pallet_membership`."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable


def _costs(most: int) -> CostTable:
    """The table of a pallet with at most this many members."""
    return {
        "add_member": _change(18_344_571 + 50_842 * most, most, reads=2),
        "remove_member": _change(21_271_384 + 44_806 * most, most),
        "swap_member": _change(21_469_843 + 56_893 * most, most),
        "reset_members": _change(21_223_702 + 165_438 * most, most),
        "change_key": _change(22_551_007 + 52_397 * most, most, writes=4),
        "set_prime": Cost(
            7_959_053 + 18_653 * most, proof_size=4_687 + 32 * most, reads=1, writes=2
        ),
        "clear_prime": Cost(3_750_452, writes=2),
    }


def _change(ref_time: int, most: int, reads: int = 3, writes: int = 3) -> Cost:
    return Cost(ref_time, proof_size=4_687 + 64 * most, reads=reads, writes=writes)


TRIUMVIRATE = _costs(most=3)
SENATE = _costs(most=12)
