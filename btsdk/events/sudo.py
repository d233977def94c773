"""The events of Sudo.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class Sudid(TypedEvent, pallet="Sudo", name="Sudid", shape="d4344cb57cdea97d"):
    sudo_result: v.VariantValue


class KeyChanged(TypedEvent, pallet="Sudo", name="KeyChanged", shape="523211ae0938c2dc"):
    old: str | None
    new: str


class KeyRemoved(TypedEvent, pallet="Sudo", name="KeyRemoved", shape="e4a6a0577479b2b4"):
    pass


class SudoAsDone(TypedEvent, pallet="Sudo", name="SudoAsDone", shape="d4344cb57cdea97d"):
    sudo_result: v.VariantValue
