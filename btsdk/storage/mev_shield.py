"""The storage of MevShield.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

CurrentKey: StorageItem[[], tuple[()], bytes | None] = StorageItem(
    "MevShield", "CurrentKey", "50a69d11694a6b05"
)
PendingKey: StorageItem[[], tuple[()], bytes | None] = StorageItem(
    "MevShield", "PendingKey", "50a69d11694a6b05"
)
NextKey: StorageItem[[], tuple[()], bytes | None] = StorageItem(
    "MevShield", "NextKey", "50a69d11694a6b05"
)
AuthorKeys: StorageItem[[bytes], tuple[bytes], bytes | None] = StorageItem(
    "MevShield", "AuthorKeys", "e39e21f3e983c437"
)
PendingKeyExpiresAt: StorageItem[[], tuple[()], int | None] = StorageItem(
    "MevShield", "PendingKeyExpiresAt", "9012598dfa87f24b"
)
NextKeyExpiresAt: StorageItem[[], tuple[()], int | None] = StorageItem(
    "MevShield", "NextKeyExpiresAt", "9012598dfa87f24b"
)
HasMigrationRun: StorageItem[[bytes], tuple[bytes], bool] = StorageItem(
    "MevShield", "HasMigrationRun", "30430f5935a12094"
)
MaxPendingExtrinsicsLimit: StorageItem[[], tuple[()], int] = StorageItem(
    "MevShield", "MaxPendingExtrinsicsLimit", "565b1fcdd6708493"
)
ExtrinsicLifetime: StorageItem[[], tuple[()], int] = StorageItem(
    "MevShield", "ExtrinsicLifetime", "565b1fcdd6708493"
)
OnInitializeWeight: StorageItem[[], tuple[()], int] = StorageItem(
    "MevShield", "OnInitializeWeight", "0d045e309ef185f9"
)
MaxExtrinsicWeight: StorageItem[[], tuple[()], int] = StorageItem(
    "MevShield", "MaxExtrinsicWeight", "0d045e309ef185f9"
)
PendingExtrinsics: StorageItem[[int], tuple[int], v.PendingExtrinsic | None] = StorageItem(
    "MevShield", "PendingExtrinsics", "64a4ffb341774d20"
)
CounterForPendingExtrinsics: StorageItem[[], tuple[()], int] = StorageItem(
    "MevShield", "CounterForPendingExtrinsics", "565b1fcdd6708493"
)
NextPendingExtrinsicIndex: StorageItem[[], tuple[()], int] = StorageItem(
    "MevShield", "NextPendingExtrinsicIndex", "565b1fcdd6708493"
)
