"""Encrypt the key file of a wallet, or with --to a message to an ed25519 key.

Without --to and --message the coldkey (--use-hotkey: the hotkey) is encrypted with a new password.
Only ed25519 keys can read messages; an address does not show the type of its key.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.wallet import file_encryption, message_encryption
from btcli.commands.wallet.asking import asked
from btcli.context import Context
from btcli.output import Result


@command(
    options.wallet_name, options.hotkey, *options.KEYS[1:], data=message_encryption.EncryptedData
)
def run(
    context: Context,
    to: message_encryption.RecipientOption = None,
    message: message_encryption.MessageOption = None,
    use_hotkey: options.UseHotkeyOption = False,
    new_password_file: options.NewPasswordOption = None,
) -> Result:
    if to is None and message is None:
        keys = file_encryption.encrypt(context, new_password_file, use_hotkey=use_hotkey)
        data = {**keys.data, "recipient": None, "ciphertext_hex": None}
        return Result(data, keys.blocks)
    recipient = asked(context, to, "--to", "Recipient: an address or a wallet name")
    text = asked(context, message, "--message", "Message to encrypt")
    return message_encryption.encrypted(context, recipient, text, use_hotkey=use_hotkey)
