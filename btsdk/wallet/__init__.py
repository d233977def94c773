"""Wallets: key files in the layout and formats of the existing Bittensor tools.

From top to bottom:

    listing      all wallets of a directory, without a password
    wallet       one wallet: its coldkey and a chosen hotkey
    stored       one key on disk: private file and public file
    keystore     keystores of the Substrate world, in and out
    passwords    where passwords come from
    keyfile      the JSON inside key files
    encryption   how key files are encrypted; legacy opens the older formats
    names, files names that may become paths; atomic writes
"""

from __future__ import annotations

from btsdk.wallet.listing import KeyEntry, WalletEntry, list_wallets
from btsdk.wallet.wallet import Wallet

__all__ = ["KeyEntry", "Wallet", "WalletEntry", "list_wallets"]
