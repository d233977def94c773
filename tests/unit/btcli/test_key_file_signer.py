"""The signer of a key file: its address needs no password, and it is opened once."""

from __future__ import annotations

import pytest

from btcli.key_file_signer import KeyFileSigner
from btsdk.errors import KeyFileMissing
from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.samples import context


def test_it_signs_with_the_key_of_the_file(alice: Cli) -> None:
    wallet = Wallet("alice", path=alice.wallets)
    signer = KeyFileSigner(context(alice.wallets), wallet.coldkey)
    key = Keypair.from_uri("//Alice")
    assert signer.public_key == key.public_key
    assert signer.unlock() is signer.unlock()
    assert key.verify(signer.sign(b"payload"), b"payload")


def test_a_missing_file_is_named(alice: Cli) -> None:
    wallet = Wallet("nobody", path=alice.wallets)
    with pytest.raises(KeyFileMissing, match="nobody"):
        KeyFileSigner(context(alice.wallets), wallet.coldkey)
