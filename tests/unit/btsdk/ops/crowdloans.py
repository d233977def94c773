"""A chain with a crowdloan, for the tests of crowdloans."""

from __future__ import annotations

from typing import Any

from btsdk import Client, Tao
from btsdk.ops import CreateCrowdloan
from tests.unit.btsdk.ops.local import ALICE, DAVE, done

ONE, TEN, CAP = Tao.parse("1"), Tao.parse("10"), Tao.parse("20")


def opened(client: Client, **terms: Any) -> int:
    """The number of a new crowdloan of Alice."""
    number = client.head().next_crowdloan_id()
    base = {"deposit": TEN, "min_contribution": ONE, "cap": CAP, "end": client.head().number + 100}
    if "operation" not in terms:
        base["target"] = DAVE
    done(client, CreateCrowdloan(**{**base, **terms}), ALICE)
    return number
