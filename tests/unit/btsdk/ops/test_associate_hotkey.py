"""Pairing a hotkey with a coldkey, on a real chain."""

from __future__ import annotations

from btsdk.keys import Keypair
from btsdk.ops import AssociateHotkey
from tests.unit.btsdk.ops.stage import HOTKEY, OTHER, OWNER, staged

NEW = Keypair.from_uri("//new")


def test_it_gives_a_hotkey_its_owner() -> None:
    with staged() as stage:
        operation = AssociateHotkey(NEW)
        assert stage.head.owner(NEW.ss58_address) is None
        assert stage.warnings(operation, OTHER) == ()
        stage.does(operation, OTHER)
        assert stage.head.owner(NEW.ss58_address) == OTHER.ss58_address
        held = f"the hotkey belongs to {OTHER.ss58_address}"
        assert stage.warnings(operation, OWNER) == (held,)
        stage.does(operation, OWNER)
        assert stage.head.owner(NEW.ss58_address) == OTHER.ss58_address
        assert "nothing changes" in stage.effects(AssociateHotkey(HOTKEY), OWNER)[0]
        account = (b"modlsubtensr" + bytes([2, 0])).ljust(32, b"\0")
        stage.refuses(AssociateHotkey(account), OWNER, "SubtensorModule.CannotUseSystemAccount")
