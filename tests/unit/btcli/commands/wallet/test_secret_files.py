"""Files with a secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.commands.wallet.secret_files import content_of, file_password, keystore_key
from btsdk.errors import WalletError, WrongPassword
from btsdk.keys import Keypair
from btsdk.wallet.files import LARGEST
from btsdk.wallet.keystore import seal_keystore
from tests.unit.btcli.samples import context

KEY = Keypair.from_seed(bytes([7]) * 32)


def test_the_key_of_a_keystore(tmp_path: Path) -> None:
    file = tmp_path / "keystore"
    file.write_text(seal_keystore(KEY, "secret"))
    assert keystore_key(context(tmp_path), file, "secret") == KEY
    with pytest.raises(WrongPassword):
        keystore_key(context(tmp_path), file, "other")


def test_the_password_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert file_password(context(tmp_path), "x", None) == ""
    assert file_password(context(tmp_path), "x", "given") == "given"


def test_what_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(bytes(LARGEST + 1))
    for name in ("large", "missing", "."):
        with pytest.raises(WalletError):
            content_of(tmp_path / name)
