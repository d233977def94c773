"""`sudo proposals`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.sudo.motion import propose


def test_a_motion_is_listed(owner: Cli) -> None:
    digest = propose(owner, "listed")
    shown = owner.inside("sudo", "proposals").out
    assert digest in shown
    assert "System.remark(remark: 0x6c6973746564)" in shown
