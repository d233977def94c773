"""The signer of commands: a key file that is unlocked when it signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from btcli.accounts import key_warnings
from btcli.context import Context

if TYPE_CHECKING:
    from btsdk.keys import Crypto, Keypair
    from btsdk.wallet.stored import StoredKey


class KeyFileSigner:
    """A `Signer` with a key file that is unlocked on demand; its address needs no password."""

    def __init__(self, context: Context, stored: StoredKey) -> None:
        self._context = context
        self._stored = stored
        self._passwords = context.passwords
        self._keypair: Keypair | None = None
        if not self._stored.exists:
            self.unlock()  # raises and names the missing file

    @property
    def public_key(self) -> bytes:
        return self._stored.public_key.public_key

    @property
    def crypto(self) -> Crypto:
        return self._stored.public_key.crypto

    def unlock(self) -> Keypair:
        """Open the key file; prompts for the password of an encrypted one."""
        if self._keypair is None:
            key_warnings.of_modes(self._context, self._stored)
            self._keypair = self._stored.unlock(self._passwords)
        return self._keypair

    def sign(self, payload: bytes) -> bytes:
        return self.unlock().sign(payload)
