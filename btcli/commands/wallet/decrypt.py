"""Store a key file unencrypted, or with --ciphertext decrypt a message.

Without --ciphertext the coldkey (--use-hotkey: the hotkey) is written without a password, after a
confirmation. Only ed25519 keys can read messages.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.wallet import file_encryption, message_encryption
from btcli.context import Context
from btcli.output import Result


@command(
    options.wallet_name, options.hotkey, *options.KEYS[1:], data=message_encryption.DecryptedData
)
def run(
    context: Context,
    ciphertext: message_encryption.CiphertextOption = None,
    use_hotkey: options.UseHotkeyOption = False,
) -> Result:
    if ciphertext is not None:
        return message_encryption.decrypted(context, ciphertext, use_hotkey=use_hotkey)
    keys = file_encryption.decrypt(context, use_hotkey=use_hotkey)
    nothing = {"recipient": None, "plaintext": None, "plaintext_hex": None}
    return Result({**keys.data, **nothing}, keys.blocks)
