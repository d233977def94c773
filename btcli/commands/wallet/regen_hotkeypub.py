"""Write the public file of a hotkey: to watch it, not to sign."""

from __future__ import annotations

from btcli import habits, options
from btcli.command import command
from btcli.context import Context
from btcli.keymaking import write_public
from btcli.output import Result
from btcli.selection import public_key


@command(
    habits.crypto,
    options.wallet_name,
    options.hotkey,
    options.wallet_path,
    options.prompts,
    options.output,
)
def run(
    context: Context,
    ss58: options.AddressOption = None,
    public_key_hex: options.PublicKeyOption = None,
    overwrite: options.OverwriteOption = False,
) -> Result:
    return write_public(context, "hotkey", public_key(ss58, public_key_hex), overwrite)
