"""Files with a secret: keystores, and secrets of any form."""

from __future__ import annotations

import os
from pathlib import Path

from btcli.context import Context
from btsdk.errors import WalletError
from btsdk.keys import Keypair
from btsdk.wallet import files
from btsdk.wallet.keystore import open_keystore


def keystore_key(context: Context, file: Path, password: str | None) -> Keypair:
    """The key in a keystore; the password is asked for if it is None."""
    content = content_of(file)
    return open_keystore(content, file_password(context, file, password), str(file))


def file_password(context: Context, file: Path | str, password: str | None) -> str:
    """The password of a file, asked for if it is None."""
    return context.ask_secret(f"Password of {file}: ") if password is None else password


def content_of(file: Path) -> bytes:
    """The content of a file of at most 64 KiB. Raises `WalletError`."""
    try:
        # Pipes are allowed, as in `--json <(…)`; one without a writer is empty.
        handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        os.set_blocking(handle, True)
        with os.fdopen(handle, "rb") as opened:
            content = opened.read(files.LARGEST + 1)
    except OSError as error:
        raise WalletError(str(file), f"cannot be read: {error.strerror}") from error
    if len(content) > files.LARGEST:
        raise WalletError(str(file), "too large for a keystore")
    return content
