"""The calls of Crowdloan.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.units import Tao


class Create(TypedCall, pallet="Crowdloan", name="create", shape="1cb093962d55d325"):
    deposit: Tao
    min_contribution: Tao
    cap: Tao
    end: int
    call: TypedCall | None
    target_address: i.Account | None


class Contribute(TypedCall, pallet="Crowdloan", name="contribute", shape="af727a3edd0517d0"):
    crowdloan_id: int
    amount: Tao


class Withdraw(TypedCall, pallet="Crowdloan", name="withdraw", shape="6d9f48297314724c"):
    crowdloan_id: int


class Finalize(TypedCall, pallet="Crowdloan", name="finalize", shape="6d9f48297314724c"):
    crowdloan_id: int


class Refund(TypedCall, pallet="Crowdloan", name="refund", shape="6d9f48297314724c"):
    crowdloan_id: int


class Dissolve(TypedCall, pallet="Crowdloan", name="dissolve", shape="6d9f48297314724c"):
    crowdloan_id: int


class UpdateMinContribution(
    TypedCall, pallet="Crowdloan", name="update_min_contribution", shape="d22949c35a90e483"
):
    crowdloan_id: int
    new_min_contribution: Tao


class UpdateEnd(TypedCall, pallet="Crowdloan", name="update_end", shape="fde626f129beac74"):
    crowdloan_id: int
    new_end: int


class UpdateCap(TypedCall, pallet="Crowdloan", name="update_cap", shape="97e2b3a355fdbeab"):
    crowdloan_id: int
    new_cap: Tao


class SetMaxContribution(
    TypedCall, pallet="Crowdloan", name="set_max_contribution", shape="e2faf4fdde4e5dbc"
):
    crowdloan_id: int
    new_max_contribution: Tao | None
