"""Wallets: key files in the layout and formats of the existing Bittensor tools.

From top to bottom:

    listing      all wallets of a directory, without a password
    checking     what is wrong with key files: modes, leftovers, public files that disagree
    wallet       one wallet: its coldkey and a chosen hotkey
    stored       one key on disk: private file and public file
    keystore     keystores of the Substrate world, in and out
    passwords    where passwords come from; `password_rule` what one is
    keyfile      the JSON inside key files
    encryption   how key files are encrypted; legacy opens the older formats
    changes      several files that change together or not at all, even when killed
    journal      the moves of such a change
    names, files names that may become paths; bounded reads, locks
"""

from __future__ import annotations

from btsdk.wallet.checking import Finding, Problem, check_wallet, check_wallets
from btsdk.wallet.listing import KeyEntry, WalletEntry, list_wallets
from btsdk.wallet.wallet import Wallet

__all__ = [
    "Finding",
    "KeyEntry",
    "Problem",
    "Wallet",
    "WalletEntry",
    "check_wallet",
    "check_wallets",
    "list_wallets",
]
