"""The key file that signs for an address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.wallet import Wallet, list_wallets

if TYPE_CHECKING:
    from btsdk.wallet.stored import StoredKey


def signing_key(context: Context, address: str, *, use_hotkey: bool) -> StoredKey:
    """The key of the named wallet, otherwise of the local wallet with this address; raises
    `UsageError` if none has it."""
    if use_hotkey:
        return context.wallet.hotkey
    if context.choices.wallet_name is not None:
        return context.wallet.coldkey
    found = next(_with_address(context, address), None)
    if found is None:
        raise UsageError(
            f"no wallet in {context.wallet_path} has the private key of {address}",
            hint="--wallet-path is the directory of the wallets; `btcli wallet list` shows them.",
        )
    return found


def _with_address(context: Context, address: str) -> Iterator[StoredKey]:
    for entry in list_wallets(context.wallet_path):
        wallet = Wallet(entry.name, path=context.wallet_path)
        keys = [(entry.coldkey, wallet.coldkey)]
        keys += [
            (key, Wallet(entry.name, key.name, context.wallet_path).hotkey) for key in entry.hotkeys
        ]
        for key, stored in keys:
            if key.public is not None and key.public.ss58_address == address and stored.exists:
                yield stored
