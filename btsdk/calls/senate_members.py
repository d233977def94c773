"""The calls of SenateMembers.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i


class AddMember(TypedCall, pallet="SenateMembers", name="add_member", shape="81b05bc55656687a"):
    who: i.Account


class RemoveMember(
    TypedCall, pallet="SenateMembers", name="remove_member", shape="81b05bc55656687a"
):
    who: i.Account


class SwapMember(TypedCall, pallet="SenateMembers", name="swap_member", shape="dad6d40920258140"):
    remove: i.Account
    add: i.Account


class ResetMembers(
    TypedCall, pallet="SenateMembers", name="reset_members", shape="69e9b97e14c46f7c"
):
    members: list[i.Account]


class ChangeKey(TypedCall, pallet="SenateMembers", name="change_key", shape="2d5ce9730dad9cdd"):
    new: i.Account


class SetPrime(TypedCall, pallet="SenateMembers", name="set_prime", shape="81b05bc55656687a"):
    who: i.Account


class ClearPrime(TypedCall, pallet="SenateMembers", name="clear_prime", shape="e4a6a0577479b2b4"):
    pass
