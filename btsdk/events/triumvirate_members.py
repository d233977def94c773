"""The events of TriumvirateMembers.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.records import TypedEvent


class MemberAdded(
    TypedEvent, pallet="TriumvirateMembers", name="MemberAdded", shape="e4a6a0577479b2b4"
):
    pass


class MemberRemoved(
    TypedEvent, pallet="TriumvirateMembers", name="MemberRemoved", shape="e4a6a0577479b2b4"
):
    pass


class MembersSwapped(
    TypedEvent, pallet="TriumvirateMembers", name="MembersSwapped", shape="e4a6a0577479b2b4"
):
    pass


class MembersReset(
    TypedEvent, pallet="TriumvirateMembers", name="MembersReset", shape="e4a6a0577479b2b4"
):
    pass


class KeyChanged(
    TypedEvent, pallet="TriumvirateMembers", name="KeyChanged", shape="e4a6a0577479b2b4"
):
    pass


class Dummy(TypedEvent, pallet="TriumvirateMembers", name="Dummy", shape="e4a6a0577479b2b4"):
    pass
