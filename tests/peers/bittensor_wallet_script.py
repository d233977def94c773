"""Runs in the environment of `bittensor-wallet`: opens key files or makes some, and tells of it.

usage: bittensor_wallet_script.py open|make|ed25519 WALLETS_PATH NAME HOTKEY
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from bittensor_wallet import Keypair, Wallet

PASSWORD = os.environ["PEER_PASSWORD"]
MESSAGE = b"signed by the peer"
MNEMONIC = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"


def open_wallet(wallet: Wallet) -> dict[str, Any]:
    """Unlocks with the password, and once more with what BT_PW_… in the environment holds."""
    by_password = wallet.coldkey_file.get_keypair(PASSWORD)
    answer = {
        "coldkey": by_password.ss58_address,
        "coldkeypub": wallet.coldkeypub.ss58_address,
        "hotkey": wallet.hotkey.ss58_address,
        "hotkeypub": wallet.hotkeypub.ss58_address,
        "signature": by_password.sign(MESSAGE).hex(),
        "hotkey_signature": wallet.hotkey.sign(MESSAGE).hex(),
    }
    variable = wallet.coldkey_file.env_var_name()
    if variable in os.environ:
        answer["by_environment"] = wallet.coldkey_file.get_keypair().ss58_address
    return answer


def make_wallet(wallet: Wallet) -> dict[str, Any]:
    """A coldkey from a mnemonic, encrypted; a hotkey from a URI, so with a private key alone."""
    coldkey = Keypair.create_from_mnemonic(MNEMONIC)
    hotkey = Keypair.create_from_uri("//Alice//hot/soft")
    wallet.set_coldkey(coldkey, encrypt=True, overwrite=False, coldkey_password=PASSWORD)
    wallet.set_coldkeypub(coldkey, encrypt=False, overwrite=False)
    wallet.set_hotkey(hotkey, encrypt=False, overwrite=False)
    wallet.set_hotkeypub(hotkey, encrypt=False, overwrite=False)
    variable = wallet.coldkey_file.env_var_name()
    return {
        "coldkey": coldkey.ss58_address,
        "hotkey": hotkey.ss58_address,
        "variable": variable,
        "obfuscated": wallet.coldkey_file.save_password_to_env(PASSWORD),
    }


def exchange_ed25519(wallet: Wallet) -> dict[str, Any]:
    """Opens an ed25519 hotkey and the message to it, answers that, and makes a hotkey `theirs`."""
    key = wallet.hotkey
    theirs = Wallet(name=wallet.name, hotkey="theirs", path=wallet.path)
    made = Keypair.create_from_mnemonic(MNEMONIC, crypto_type=0)
    theirs.set_hotkey(made, encrypt=False, overwrite=False)
    theirs.set_hotkeypub(made, encrypt=False, overwrite=False)
    return {
        "hotkey": key.ss58_address,
        "crypto_types": [key.crypto_type, wallet.hotkeypub.crypto_type],
        "signature": key.sign(MESSAGE).hex(),
        "opened": bytes(key.decrypt(bytes.fromhex(os.environ["PEER_SEALED"]))).decode(),
        "answer": bytes(Keypair.encrypt_for(key.ss58_address, MESSAGE, 0)).hex(),
        "made": made.ss58_address,
    }


ACTIONS = {"open": open_wallet, "make": make_wallet, "ed25519": exchange_ed25519}


def main() -> None:
    action, path, name, hotkey = sys.argv[1:]
    wallet = Wallet(name=name, hotkey=hotkey, path=path)
    print(json.dumps(ACTIONS[action](wallet)))


main()
