"""Delete the key files of a wallet, or of one of its hotkeys.

Whoever has no mnemonic of a key loses it, and what it owns, for ever. The name has to be given, and
typed once more (or --no-prompt said).
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.wallet import removal
from btcli.context import Context
from btcli.output import Result


@command(
    options.wallet_name,
    options.hotkey,
    options.wallet_path,
    options.prompts,
    options.output,
    data=removal.RemovalData,
)
def run(context: Context, use_hotkey: options.UseHotkeyOption = False) -> Result:
    return removal.removed_hotkey(context) if use_hotkey else removal.removed_wallet(context)
