"""What is shown of the keys in a backup."""

from __future__ import annotations

from btcli.commands.wallet import archived_keys
from btsdk.keys import Keypair
from btsdk.wallet import encryption, keyfile
from btsdk.wallet.archive import ArchivedKey

BOB = Keypair.from_uri("//Bob")
PLAIN, PUBLIC = keyfile.dump_keypair(BOB), keyfile.dump_public(BOB.public)
LOCKED = encryption.encrypt(PLAIN, "p", encryption.TESTING)


def test_a_key_of_each_kind() -> None:
    keys = [
        ArchivedKey("w", None, LOCKED, PUBLIC),
        ArchivedKey("w", "locked", LOCKED, None),
        ArchivedKey("w", "plain", PLAIN, None),
        ArchivedKey("w", "watched", None, PUBLIC),
    ]
    address = BOB.ss58_address
    shown = [archived_keys.document(key) for key in keys]
    assert [(one["kind"], one["name"]) for one in shown] == [
        ("coldkey", "w"),
        ("hotkey", "locked"),
        ("hotkey", "plain"),
        ("hotkey", "watched"),
    ]
    assert [one["ss58"] for one in shown] == [address, None, address, address]
    assert [one["encrypted"] for one in shown] == [True, True, False, False]
    assert [one["private"] for one in shown] == [True, True, True, False]
    text = archived_keys.table(keys, "title", "").plain()
    for state in ("encrypted", "unknown", "no password of its own", "watch-only"):
        assert state in text
