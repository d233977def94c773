"""`Subtensor.transfer` in its forms, to the rao."""

from __future__ import annotations

import pytest

from tests.peers.scenarios.conftest import Play
from tests.peers.scenarios.reckoning import TAO, events, succeeded

pytestmark = pytest.mark.peer

DEPOSIT = 500
"""The existential deposit, in rao."""


def test_transfers(play: Play) -> None:
    seen = play("transfers")
    for told in seen.values():
        assert told["fee"] == told["quoted"] + 50  # quoted for a draft without tip, era and nonce
        assert told["author"] == told["fee"]
    for name in ("amount", "dust_is_reaped", "least_is_kept", "everything", "everything_but_life"):
        told = succeeded(seen[name])
        [moved] = events(told, "Transfer")
        assert moved["amount"] == told["received"]

    amount = seen["amount"]
    assert (amount["received"], amount["paid"]) == (3 * TAO, 3 * TAO + amount["fee"])

    dust = seen["dust_is_reaped"]
    assert dust["left"] == 0
    assert dust["received"] == TAO - dust["fee"] - (DEPOSIT - 1)
    [lost] = events(dust, "DustLost")
    assert lost["amount"] == DEPOSIT - 1
    assert len(events(dust, "KilledAccount")) == 1

    assert seen["least_is_kept"]["left"] == DEPOSIT

    less = seen["less_is_refused"]
    assert not less["success"]
    assert less["received"] == 0
    assert less["paid"] == less["fee"]
    assert less["left"] == TAO - less["fee"]

    everything = seen["everything"]
    assert (everything["left"], everything["paid"]) == (0, 2 * TAO)
    assert everything["received"] == 2 * TAO - everything["fee"]

    alive = seen["everything_but_life"]
    assert alive["left"] == DEPOSIT
    assert alive["received"] == 2 * TAO - alive["fee"] - DEPOSIT
