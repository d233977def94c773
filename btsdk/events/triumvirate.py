"""The events of Triumvirate.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class Proposed(TypedEvent, pallet="Triumvirate", name="Proposed", shape="7eaebf5502267de6"):
    account: str
    proposal_index: int
    proposal_hash: bytes
    threshold: int


class Voted(TypedEvent, pallet="Triumvirate", name="Voted", shape="ac9ffe23e7e9ef53"):
    account: str
    proposal_hash: bytes
    voted: bool
    yes: int
    no: int


class Approved(TypedEvent, pallet="Triumvirate", name="Approved", shape="bcdc5f2f233d1b2c"):
    proposal_hash: bytes


class Disapproved(TypedEvent, pallet="Triumvirate", name="Disapproved", shape="bcdc5f2f233d1b2c"):
    proposal_hash: bytes


class Executed(TypedEvent, pallet="Triumvirate", name="Executed", shape="708f73eedfbf7911"):
    proposal_hash: bytes
    result: v.VariantValue


class MemberExecuted(
    TypedEvent, pallet="Triumvirate", name="MemberExecuted", shape="708f73eedfbf7911"
):
    proposal_hash: bytes
    result: v.VariantValue


class Closed(TypedEvent, pallet="Triumvirate", name="Closed", shape="0adc54e0b474255e"):
    proposal_hash: bytes
    yes: int
    no: int
