"""Tables of wallets and keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from btcli.render.blocks import Facts, Table
from btsdk.wallet import Finding, KeyEntry, WalletEntry

if TYPE_CHECKING:
    from btcli.commands.wallet.key_creation import KeyFile


def wallet_table(wallets: Sequence[WalletEntry], path: Path, coldkeys_only: bool) -> Table:
    """A row for each key, by wallet."""
    return Table(
        ("wallet", "key", "address", "state"),
        [row for wallet in wallets for row in _rows(wallet, coldkeys_only)],
        title=f"Wallets in {path}",
        empty=f"No wallets in {path}. Create one: `btcli wallet create`.",
    )


def findings_table(findings: Sequence[Finding]) -> Table:
    """Problems of key files, with the commands that fix them."""
    rows = [(str(one.path), one.message, one.remedy or "") for one in findings]
    return Table(("file", "problem", "remedy"), rows)


def key_facts(key: KeyFile) -> Facts:
    """A key that was created or restored."""
    name = key.wallet if key.kind == "coldkey" else f"{key.wallet}/{key.name}"
    state = "encrypted" if key.encrypted else "unencrypted"
    state += "" if key.crypto == "sr25519" else f", {key.crypto}"
    kept = "" if key.created else ", exists already"
    return Facts(
        ((key.kind, f"{name} ({state}{kept})"), ("address", key.address), ("file", str(key.file)))
    )


def _rows(wallet: WalletEntry, coldkeys_only: bool) -> Iterator[tuple[str, str, str, str]]:
    yield (wallet.name, "coldkey", *_cells(wallet.coldkey))
    if not coldkeys_only:
        for hotkey in wallet.hotkeys:
            yield ("", f"hotkey {hotkey.name}", *_cells(hotkey))


def _cells(key: KeyEntry) -> tuple[str, str]:
    address = key.public.ss58_address if key.public else "?"
    return address, key.problem or state(key)


def state(key: KeyEntry) -> str:
    """The state of the private key."""
    if not key.exists:
        return "watch only"
    return "encrypted" if key.encrypted else "unencrypted"
