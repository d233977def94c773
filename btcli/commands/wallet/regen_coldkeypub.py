"""Write the public file of a coldkey.

Where the private key is in the wallet, the public key is taken from it; an address that is given
has to be that of the private key. Otherwise the public file alone lets you watch the key.
"""

from __future__ import annotations

from btcli import legacy_options, options
from btcli.accounts.selection import public_key
from btcli.command import command
from btcli.commands.wallet.key_creation import write_public
from btcli.context import Context
from btcli.documents import KeysData
from btcli.output import Result


@command(legacy_options.crypto, *options.KEYS, data=KeysData)
def run(
    context: Context,
    ss58: options.AddressOption = None,
    public_key_hex: options.PublicKeyOption = None,
    overwrite: options.OverwriteOption = False,
) -> Result:
    given = ss58 is not None or public_key_hex is not None
    key = public_key(ss58, public_key_hex) if given else None
    return write_public(context, "coldkey", key, overwrite)
