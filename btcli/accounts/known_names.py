"""The names of local accounts, by address."""

from __future__ import annotations

from btcli.context import Context
from btsdk.wallet import list_wallets


def known_names(context: Context) -> dict[str, str]:
    """The names of the wallets' coldkeys and hotkeys: `alice`, `alice/default`."""
    found: dict[str, str] = {}
    for wallet in list_wallets(context.wallet_path):
        keys = [(wallet.name, wallet.coldkey)]
        keys += [(f"{wallet.name}/{key.name}", key) for key in wallet.hotkeys]
        for name, key in keys:
            if key.public is not None:
                found.setdefault(key.public.ss58_address, name)
    return found
