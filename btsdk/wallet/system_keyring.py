"""Passwords of key files in the operating system's keyring: read, stored, forgotten.

The service is `btsdk`, the user name the absolute path of the key file. A keyring that would store
passwords in plain text is refused.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from btsdk.errors import WalletError
from btsdk.wallet.passwords import Source

SERVICE = "btsdk"

T = TypeVar("T")

_HINT = "Unlock the system's keyring, or give the password in another way."


class FromKeyring(Source):
    """The source of passwords in the keyring. The package `keyring` is imported on use."""

    def __init__(self, service: str = SERVICE) -> None:
        super().__init__()
        self._service = service

    def origin(self, keyfile: Path) -> str | None:
        return "the keyring"

    def line(self, keyfile: Path, *, new: bool) -> str | None:
        # The import costs 100 to 300 ms and looks for desktop services: only on request.
        import keyring  # noqa: PLC0415

        return _asked(
            "it does not answer", lambda: keyring.get_password(self._service, _name(keyfile))
        )

    def store(self, keyfile: Path, password: str) -> None:
        """Store the password of a key file; raises `WalletError` if the keyring does not keep it,
        or only in plain text."""
        import keyring  # noqa: PLC0415 - as above

        for backend in _backends(keyring.get_keyring()):
            if "plaintext" in type(backend).__name__.lower():
                raise WalletError(
                    "keyring",
                    f"it stores passwords in plain text ({_title(backend)}), so nothing was stored",
                    hint="Install a keyring of the system, such as Secret Service or KWallet.",
                )
        name = _name(keyfile)
        _asked("it does not store", lambda: keyring.set_password(self._service, name, password))
        kept = _asked("it does not answer", lambda: keyring.get_password(self._service, name))
        if kept != password:
            title = _title(keyring.get_keyring())
            raise WalletError("keyring", f"it did not keep the password ({title})", hint=_HINT)

    def forget(self, keyfile: Path) -> bool:
        """Delete the password of a key file; returns whether there was one."""
        import keyring  # noqa: PLC0415 - as above

        name = _name(keyfile)
        known = _asked("it does not answer", lambda: keyring.get_password(self._service, name))
        if known is None:
            return False
        _asked("it does not delete", lambda: keyring.delete_password(self._service, name))
        return True


def _asked(refusal: str, question: Callable[[], T]) -> T:
    import keyring.errors  # noqa: PLC0415 - as above

    try:
        return question()
    except keyring.errors.NoKeyringError:
        raise WalletError(
            "keyring",
            "this system has no keyring",
            hint="Give the password in another way: --password-file, the environment, or a prompt.",
        ) from None
    except keyring.errors.KeyringError as error:
        raise WalletError("keyring", f"{refusal}: {error}", hint=_HINT) from error


def _backends(backend: Any) -> Iterator[Any]:
    """The backend, or those behind it that it chooses from; the first stores passwords."""
    behind = getattr(backend, "backends", None)
    yield from (list(behind)[:1] if behind else [backend])


def _title(backend: Any) -> str:
    return f"{type(backend).__module__}.{type(backend).__name__}"


def _name(keyfile: Path) -> str:
    return os.path.abspath(keyfile)
