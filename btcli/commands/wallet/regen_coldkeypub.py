"""Write the public file of a coldkey.

The public key is that of the private key in the wallet; --ss58 must match it. Without a private
key, the public file of --ss58 makes a watch-only wallet.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts.selection import public_key
from btcli.command import command
from btcli.commands.wallet import crypto_options
from btcli.commands.wallet.key_creation import write_public
from btcli.context import Context
from btcli.documents import KeysData
from btcli.output import Result


@command(*options.KEYS, data=KeysData)
def run(
    context: Context,
    ss58: options.AddressOption = None,
    public_key_hex: options.PublicKeyOption = None,
    overwrite: options.OverwriteOption = False,
    crypto_type: crypto_options.CryptoOption = "sr25519",
) -> Result:
    given = ss58 is not None or public_key_hex is not None
    crypto = crypto_options.keypair_type(crypto_type)
    key = public_key(context, ss58, public_key_hex, crypto) if given else None
    return write_public(context, "coldkey", key, overwrite)
