"""Keyrings for tests: one in memory, and what a system may have instead."""

from __future__ import annotations

import keyring.backend
import keyring.errors


class InMemory(keyring.backend.KeyringBackend):
    """It keeps passwords while it lives, and is locked for keys below `/locked`."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self._check(username)
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check(username)
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check(username)
        del self.kept[service, username]

    def _check(self, username: str) -> None:
        if username.startswith("/locked"):
            raise keyring.errors.KeyringLocked("it is locked")


class Forgetful(InMemory):
    """It accepts passwords and keeps none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class PlaintextKeyring(InMemory):
    """It has the name of the keyring that writes a plain file."""
