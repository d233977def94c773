"""The storage of Triumvirate.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import StorageItem

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

Proposals: StorageItem[[], tuple[()], list[bytes]] = StorageItem(
    "Triumvirate", "Proposals", "920f5b5d809efaea"
)
ProposalOf: StorageItem[[bytes], tuple[bytes], v.VariantValue | None] = StorageItem(
    "Triumvirate", "ProposalOf", "67b3e911f729b05e"
)
Voting: StorageItem[[bytes], tuple[bytes], v.Votes | None] = StorageItem(
    "Triumvirate", "Voting", "2cabfe37e95d0885"
)
ProposalCount: StorageItem[[], tuple[()], int] = StorageItem(
    "Triumvirate", "ProposalCount", "565b1fcdd6708493"
)
Members: StorageItem[[], tuple[()], list[v.AccountId]] = StorageItem(
    "Triumvirate", "Members", "920f5b5d809efaea"
)
Prime: StorageItem[[], tuple[()], v.AccountId | None] = StorageItem(
    "Triumvirate", "Prime", "2d6d43506e99ef31"
)
