"""The calls of SenateMembers.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class AddMember(
    TypedCall, pallet="SenateMembers", name="add_member", shape="81b05bc55656687a", lookups=("who",)
):
    who: v.AccountId


class RemoveMember(
    TypedCall,
    pallet="SenateMembers",
    name="remove_member",
    shape="81b05bc55656687a",
    lookups=("who",),
):
    who: v.AccountId


class SwapMember(
    TypedCall,
    pallet="SenateMembers",
    name="swap_member",
    shape="dad6d40920258140",
    lookups=(
        "remove",
        "add",
    ),
):
    remove: v.AccountId
    add: v.AccountId


class ResetMembers(
    TypedCall, pallet="SenateMembers", name="reset_members", shape="69e9b97e14c46f7c"
):
    members: list[v.AccountId]


class ChangeKey(
    TypedCall, pallet="SenateMembers", name="change_key", shape="2d5ce9730dad9cdd", lookups=("new",)
):
    new: v.AccountId


class SetPrime(
    TypedCall, pallet="SenateMembers", name="set_prime", shape="81b05bc55656687a", lookups=("who",)
):
    who: v.AccountId


class ClearPrime(TypedCall, pallet="SenateMembers", name="clear_prime", shape="e4a6a0577479b2b4"):
    pass
