"""Whether a coldkey accepts locked stake."""

from __future__ import annotations

from btsdk.ops import SetRejectLockedAlpha
from tests.unit.btsdk.staked import ALICE, Staked


def test_the_setting(real: Staked) -> None:
    assert real.view.accepts_locked_alpha(ALICE) is False
    assert any("already" in w for w in real.draft(SetRejectLockedAlpha(enabled=True)).warnings)
    receipt = real.do(SetRejectLockedAlpha(enabled=False))
    assert "RejectLockedAlphaUpdated" in {event.name for event in receipt.events}
    assert real.view.accepts_locked_alpha(ALICE) is True
    assert real.draft(SetRejectLockedAlpha(enabled=True)).warnings == ()
