"""The events of SenateMembers.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.records import TypedEvent


class MemberAdded(TypedEvent, pallet="SenateMembers", name="MemberAdded", shape="e4a6a0577479b2b4"):
    pass


class MemberRemoved(
    TypedEvent, pallet="SenateMembers", name="MemberRemoved", shape="e4a6a0577479b2b4"
):
    pass


class MembersSwapped(
    TypedEvent, pallet="SenateMembers", name="MembersSwapped", shape="e4a6a0577479b2b4"
):
    pass


class MembersReset(
    TypedEvent, pallet="SenateMembers", name="MembersReset", shape="e4a6a0577479b2b4"
):
    pass


class KeyChanged(TypedEvent, pallet="SenateMembers", name="KeyChanged", shape="e4a6a0577479b2b4"):
    pass


class Dummy(TypedEvent, pallet="SenateMembers", name="Dummy", shape="e4a6a0577479b2b4"):
    pass
