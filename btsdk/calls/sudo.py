"""The calls of Sudo.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v


class Sudo(TypedCall, pallet="Sudo", name="sudo", shape="6c28936a8fc24abd"):
    call: TypedCall


class SudoUncheckedWeight(
    TypedCall, pallet="Sudo", name="sudo_unchecked_weight", shape="4f0517a30044366c"
):
    call: TypedCall
    weight: v.Weight


class SetKey(TypedCall, pallet="Sudo", name="set_key", shape="2d5ce9730dad9cdd"):
    new: i.Account


class SudoAs(TypedCall, pallet="Sudo", name="sudo_as", shape="75ffcdc551d1c37f"):
    who: i.Account
    call: TypedCall


class RemoveKey(TypedCall, pallet="Sudo", name="remove_key", shape="e4a6a0577479b2b4"):
    pass
