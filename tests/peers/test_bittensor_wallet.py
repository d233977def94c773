"""Key files and the real `bittensor-wallet`: it opens ours, we open its.

Each unlock costs seconds by design, so there are only as many as the claims need.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from btsdk.keys import Keypair, verify
from btsdk.keys.sealed_messages import open_message, seal_message
from btsdk.wallet import Wallet, list_wallets, passwords
from tests.peers.environment import Peer

pytestmark = pytest.mark.peer

SCRIPT = Path(__file__).parent / "bittensor_wallet_script.py"
PASSWORD = "correct horse τ battery"
MESSAGE = b"signed by the peer"
NAME, HOTKEY = "My-Wallet.1", "miner one"


def _run(peer: Peer, action: str, path: Path, **environment: str) -> dict[str, Any]:
    answer: dict[str, Any] = peer.run(
        SCRIPT, action, str(path), NAME, HOTKEY, PEER_PASSWORD=PASSWORD, **environment
    )
    return answer


def test_the_peer_opens_what_we_write(tmp_path: Path, peer_wallet: Peer) -> None:
    wallet = Wallet(NAME, HOTKEY, tmp_path)
    coldkey = wallet.create_coldkey(passwords.Given(PASSWORD))
    hotkey = wallet.regenerate_hotkey(Keypair.from_uri("//Alice//hot/soft"))
    private = wallet.coldkey.private
    variable = passwords.bittensor_variable(private)
    hidden = passwords.bittensor_obfuscated(private, PASSWORD)
    seen = _run(peer_wallet, "open", tmp_path, **{variable: hidden})
    assert seen["coldkey"] == seen["coldkeypub"] == coldkey.ss58_address
    assert seen["by_environment"] == coldkey.ss58_address
    assert seen["hotkey"] == seen["hotkeypub"] == hotkey.ss58_address
    assert verify(bytes.fromhex(seen["signature"]), MESSAGE, coldkey.public_key)
    assert verify(bytes.fromhex(seen["hotkey_signature"]), MESSAGE, hotkey.public_key)


def test_we_open_what_the_peer_writes(
    tmp_path: Path, peer_wallet: Peer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _run(peer_wallet, "make", tmp_path)
    (entry,) = list_wallets(tmp_path)
    assert entry.coldkey.encrypted
    assert entry.coldkey.public is not None
    assert entry.coldkey.public.ss58_address == made["coldkey"]

    wallet = Wallet(NAME, HOTKEY, tmp_path)
    assert wallet.hotkey_signer().ss58_address == wallet.hotkeypub.ss58_address == made["hotkey"]
    monkeypatch.setenv(made["variable"], made["obfuscated"])
    opened = wallet.unlock_coldkey()  # with the password as the peer left it
    assert opened.ss58_address == wallet.coldkeypub.ss58_address == made["coldkey"]
    assert opened == Keypair.from_uri(str(opened.reveal().mnemonic))


def test_ed25519_keys_and_messages_are_shared(tmp_path: Path, peer_wallet: Peer) -> None:
    key = Keypair.generate(crypto="ed25519")
    Wallet(NAME, HOTKEY, tmp_path).regenerate_hotkey(key)
    sealed = seal_message(b"a message to the peer", key.public_key)
    seen = _run(peer_wallet, "ed25519", tmp_path, PEER_SEALED=sealed.hex())
    assert (seen["hotkey"], seen["crypto_types"]) == (key.ss58_address, [0, 0])
    assert verify(bytes.fromhex(seen["signature"]), MESSAGE, key.public_key, "ed25519")
    assert seen["opened"] == "a message to the peer"
    assert open_message(bytes.fromhex(seen["answer"]), key) == MESSAGE
    theirs = Wallet(NAME, "theirs", tmp_path)
    assert theirs.hotkey_signer().public == theirs.hotkeypub
    assert (theirs.hotkeypub.crypto, theirs.hotkeypub.ss58_address) == ("ed25519", seen["made"])
