"""Delete a wallet, or one of its hotkeys.

Without its mnemonic, a key and its funds are permanently lost. Balance, stakes, owned subnets and
registrations on the network are shown first, unless it cannot be asked. The name must be given with
an option and typed again at the prompt (not with --no-prompt).
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
    options.chain,
    options.prompts,
    options.output,
    data=removal.RemovalData,
)
def run(
    context: Context,
    use_hotkey: options.UseHotkeyOption = False,
    offline: removal.OfflineOption = False,
) -> Result:
    remove = removal.removed_hotkey if use_hotkey else removal.removed_wallet
    return remove(context, offline=offline)
