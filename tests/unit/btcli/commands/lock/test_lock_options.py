"""The options of the lock commands."""

from __future__ import annotations

import pytest

from btcli.commands.lock.lock_options import mode_of
from btsdk.errors import UsageError


def test_modes() -> None:
    assert mode_of(None) is None
    assert mode_of("Perpetual") == "perpetual"
    assert mode_of("decaying") == "decaying"
    assert (mode_of(None, True), mode_of(None, False)) == ("perpetual", "decaying")
    assert mode_of("decaying", False) == "decaying"
    with pytest.raises(UsageError, match="contradicts"):
        mode_of("decaying", True)
    with pytest.raises(UsageError, match="no mode 'x'"):
        mode_of("x")
