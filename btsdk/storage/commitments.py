"""The storage of Commitments.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

TimelockedIndex: StorageItem[[], tuple[()], list[tuple[v.NetUid, v.AccountId]]] = StorageItem(
    "Commitments", "TimelockedIndex", "31d6ec30b9a58609"
)
CommitmentOf: StorageItem[
    [v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], v.Registration | None
] = StorageItem("Commitments", "CommitmentOf", "664b06644c098e43")
LastCommitment: StorageItem[[v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], int | None] = (
    StorageItem("Commitments", "LastCommitment", "1b4b3dd23fe9db17")
)
LastBondsReset: StorageItem[[v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], int | None] = (
    StorageItem("Commitments", "LastBondsReset", "1b4b3dd23fe9db17")
)
RevealedCommitments: StorageItem[
    [v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], list[tuple[bytes, int]] | None
] = StorageItem("Commitments", "RevealedCommitments", "e6adc6872b279189")
UsedSpaceOf: StorageItem[
    [v.NetUid, i.Account], tuple[v.NetUid, v.AccountId], v.UsageTracker | None
] = StorageItem("Commitments", "UsedSpaceOf", "46b420388ee1f642")
MaxSpace: StorageItem[[], tuple[()], int] = StorageItem(
    "Commitments", "MaxSpace", "565b1fcdd6708493"
)
