"""The names under which addresses are known here: saved ones, wallets and their hotkeys."""

from __future__ import annotations

from btcli.accounts import address_book
from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.wallet import list_wallets


def of_addresses(context: Context) -> dict[str, str]:
    """A name for each known address; a saved name goes before that of a wallet."""
    found: dict[str, str] = {}
    for name, saved in address_book.load().items():
        found.setdefault(saved.address, name)
    wallets = list_wallets(context.wallet_path)
    for wallet in wallets:
        if wallet.coldkey.public is not None:
            found.setdefault(wallet.coldkey.public.ss58_address, wallet.name)
    for wallet in wallets:
        for key in wallet.hotkeys:
            if key.public is not None:
                found.setdefault(key.public.ss58_address, f"{wallet.name}/{key.name}")
    return found


def check_free(context: Context, name: str) -> None:
    """Raise `UsageError` if a wallet or a hotkey has this name: it would mean two addresses."""
    for wallet in list_wallets(context.wallet_path):
        if wallet.name == name:
            kind = "a wallet"
        elif any(key.name == name for key in wallet.hotkeys):
            kind = f"a hotkey of the wallet {wallet.name}"
        else:
            continue
        raise UsageError(
            f"{name} is the name of {kind} in {context.wallet_path}",
            hint="Choose another name for the address.",
        )
