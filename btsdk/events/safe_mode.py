"""The events of SafeMode.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v
    from btsdk.units import Tao


class Entered(TypedEvent, pallet="SafeMode", name="Entered", shape="3fcd97d1db7d7593"):
    until: int


class Extended(TypedEvent, pallet="SafeMode", name="Extended", shape="3fcd97d1db7d7593"):
    until: int


class Exited(TypedEvent, pallet="SafeMode", name="Exited", shape="e7154659212e7550"):
    reason: v.ExitReason


class DepositPlaced(TypedEvent, pallet="SafeMode", name="DepositPlaced", shape="d55b50c3afd558e2"):
    account: str
    amount: Tao


class DepositReleased(
    TypedEvent, pallet="SafeMode", name="DepositReleased", shape="d55b50c3afd558e2"
):
    account: str
    amount: Tao


class DepositSlashed(
    TypedEvent, pallet="SafeMode", name="DepositSlashed", shape="d55b50c3afd558e2"
):
    account: str
    amount: Tao


class CannotDeposit(TypedEvent, pallet="SafeMode", name="CannotDeposit", shape="e4a6a0577479b2b4"):
    pass


class CannotRelease(TypedEvent, pallet="SafeMode", name="CannotRelease", shape="e4a6a0577479b2b4"):
    pass
