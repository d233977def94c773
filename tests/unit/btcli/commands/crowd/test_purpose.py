"""What the TAO of a crowdloan is for."""

from __future__ import annotations

import pytest

from btcli.commands.crowd import purpose
from btsdk.errors import UsageError
from btsdk.ops import RawCall, RegisterLeasedNetwork
from tests.unit.btcli.samples import ALICE

LEASE, CALL = RegisterLeasedNetwork(5, 900), RawCall("System", "remark", {"remark": "x"})


def test_each_purpose() -> None:
    assert purpose.lease(True, 5, 900) == LEASE
    assert purpose.lease(False, None, None) is None
    assert purpose.call("System", "remark", '{"remark": "x"}') == CALL
    assert purpose.call(None, None, None) is None
    assert purpose.only(ALICE, None, None) is None
    assert purpose.only(None, None, CALL) is CALL


def test_a_crowdloan_has_exactly_one() -> None:
    for given in ((None, None, None), (ALICE, LEASE, None), (None, LEASE, CALL)):
        with pytest.raises(UsageError, match="one purpose"):
            purpose.only(*given)
    with pytest.raises(UsageError, match="emissions-share"):
        purpose.lease(True, None, None)
