"""The storage of System.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

Account: StorageItem[[i.Account], tuple[v.AccountId], v.AccountInfo] = StorageItem(
    "System", "Account", "591a59b5c88c9edd"
)
ExtrinsicCount: StorageItem[[], tuple[()], int | None] = StorageItem(
    "System", "ExtrinsicCount", "9012598dfa87f24b"
)
InherentsApplied: StorageItem[[], tuple[()], bool] = StorageItem(
    "System", "InherentsApplied", "558ac9c930e8cad0"
)
BlockWeight: StorageItem[[], tuple[()], v.PerDispatchClass] = StorageItem(
    "System", "BlockWeight", "8397fdfabb6c3b42"
)
AllExtrinsicsLen: StorageItem[[], tuple[()], int | None] = StorageItem(
    "System", "AllExtrinsicsLen", "9012598dfa87f24b"
)
BlockHash: StorageItem[[int], tuple[int], bytes] = StorageItem(
    "System", "BlockHash", "dfc50c3fa86d4894"
)
ExtrinsicData: StorageItem[[int], tuple[int], bytes] = StorageItem(
    "System", "ExtrinsicData", "dabde5e8c9d0bcdd"
)
Number: StorageItem[[], tuple[()], int] = StorageItem("System", "Number", "565b1fcdd6708493")
ParentHash: StorageItem[[], tuple[()], bytes] = StorageItem(
    "System", "ParentHash", "acf45abdb7a4d89a"
)
Digest: StorageItem[[], tuple[()], v.Digest] = StorageItem("System", "Digest", "2521d20ec2e5c8b5")
Events: StorageItem[[], tuple[()], list[v.EventRecord]] = StorageItem(
    "System", "Events", "76b282ea184975c6"
)
EventCount: StorageItem[[], tuple[()], int] = StorageItem(
    "System", "EventCount", "565b1fcdd6708493"
)
EventTopics: StorageItem[[bytes], tuple[bytes], list[tuple[int, int]]] = StorageItem(
    "System", "EventTopics", "8f14b4ef46716361"
)
LastRuntimeUpgrade: StorageItem[[], tuple[()], v.LastRuntimeUpgradeInfo | None] = StorageItem(
    "System", "LastRuntimeUpgrade", "449951c41e3fbd5a"
)
UpgradedToU32RefCount: StorageItem[[], tuple[()], bool] = StorageItem(
    "System", "UpgradedToU32RefCount", "558ac9c930e8cad0"
)
UpgradedToTripleRefCount: StorageItem[[], tuple[()], bool] = StorageItem(
    "System", "UpgradedToTripleRefCount", "558ac9c930e8cad0"
)
ExecutionPhase: StorageItem[[], tuple[()], v.VariantValue | None] = StorageItem(
    "System", "ExecutionPhase", "8f54687667939f3f"
)
AuthorizedUpgrade: StorageItem[[], tuple[()], v.CodeUpgradeAuthorization | None] = StorageItem(
    "System", "AuthorizedUpgrade", "1edd81c088ce351a"
)
ExtrinsicWeightReclaimed: StorageItem[[], tuple[()], v.Weight] = StorageItem(
    "System", "ExtrinsicWeightReclaimed", "d57bf3de122194a8"
)
