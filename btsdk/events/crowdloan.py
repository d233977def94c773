"""The events of Crowdloan.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.units import Tao


class Created(TypedEvent, pallet="Crowdloan", name="Created", shape="c349c3efa663cba5"):
    crowdloan_id: int
    creator: str
    end: int
    cap: Tao


class Contributed(TypedEvent, pallet="Crowdloan", name="Contributed", shape="52538067095505b6"):
    crowdloan_id: int
    contributor: str
    amount: Tao


class Withdrew(TypedEvent, pallet="Crowdloan", name="Withdrew", shape="52538067095505b6"):
    crowdloan_id: int
    contributor: str
    amount: Tao


class PartiallyRefunded(
    TypedEvent, pallet="Crowdloan", name="PartiallyRefunded", shape="ce68db1b4e58802f"
):
    crowdloan_id: int


class AllRefunded(TypedEvent, pallet="Crowdloan", name="AllRefunded", shape="ce68db1b4e58802f"):
    crowdloan_id: int


class Finalized(TypedEvent, pallet="Crowdloan", name="Finalized", shape="ce68db1b4e58802f"):
    crowdloan_id: int


class Dissolved(TypedEvent, pallet="Crowdloan", name="Dissolved", shape="ce68db1b4e58802f"):
    crowdloan_id: int


class MinContributionUpdated(
    TypedEvent, pallet="Crowdloan", name="MinContributionUpdated", shape="80ea11b5af81b093"
):
    crowdloan_id: int
    new_min_contribution: Tao


class EndUpdated(TypedEvent, pallet="Crowdloan", name="EndUpdated", shape="56365a0122956571"):
    crowdloan_id: int
    new_end: int


class CapUpdated(TypedEvent, pallet="Crowdloan", name="CapUpdated", shape="a03ae06b327b879b"):
    crowdloan_id: int
    new_cap: Tao


class MaxContributionUpdated(
    TypedEvent, pallet="Crowdloan", name="MaxContributionUpdated", shape="9af04a5f0bfeaf3b"
):
    crowdloan_id: int
    new_max_contribution: Tao | None
