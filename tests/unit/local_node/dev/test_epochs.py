"""Blocks up to an epoch."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from local_node.dev.control import Control
from tests.unit.local_node.dev.reading import read


def test_the_next_epoch(control: Control) -> None:
    first = control.advance_to_epoch(1)
    assert read(control, "SubtensorModule", "LastEpochBlock", 1) == first.number
    assert control.advance_to_epoch(1).number == first.number + 10
    with pytest.raises(UsageError, match="no subnet 9"):
        control.advance_to_epoch(9)
