"""The limits that several operations share; each refusal is tested against a chain elsewhere."""

from __future__ import annotations

from btsdk.ops.hyperparameter_checks import MOST_UIDS, too_many_uids


def test_uids_of_all_mechanisms() -> None:
    assert too_many_uids(MOST_UIDS, 1) is None
    assert too_many_uids(MOST_UIDS // 2, 2) is None
    refusal = too_many_uids(MOST_UIDS // 2 + 1, 2)
    assert refusal is not None
    assert refusal.code == "SubtensorModule.TooManyUIDsPerMechanism"
