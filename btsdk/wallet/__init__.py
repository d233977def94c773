"""Wallets: key files in the layout and formats of the existing Bittensor tools.

From top to bottom:

    listing      all wallets of a directory, without a password
    checking     problems of key files: modes, leftovers, mismatched public files
    archive      encrypted backups of wallets
    wallet       one wallet: its coldkey and a chosen hotkey
    stored       one key on disk: private file and public file
    secret_forms the key of a secret whose form is guessed
    keystore     polkadot-js keystores: import and export
    passwords    sources of passwords; `password_rule` normalizes them,
                 `password_strength` names weak ones
    system_keyring  passwords in the operating system's keyring
    keyfile      the JSON inside key files
    encryption   encryption of key files; legacy opens the older formats
    changes      atomic changes of several files, even if the process is killed
    journal      the journal of such a change
    names, files checks of names; bounded reads, locks
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
