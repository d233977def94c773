"""What `doctor` looks at on this machine: versions, files, the keyring."""

from __future__ import annotations

import os
import platform
import re
import stat
import sys
from importlib import metadata
from pathlib import Path
from typing import Annotated, TypedDict

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_UNUSABLE = ("fail", "null")
"""The modules of keyring's backends that keep nothing."""


class KeyringDocument(TypedDict):
    """The operating system's keyring."""

    backend: Annotated[str | None, "null if there is none"]
    problem: str | None


def versions() -> dict[str, str]:
    """The versions of this program, of Python, and of the packages that it needs."""
    found = {"btsdk": metadata.version("btsdk"), "python": platform.python_version()}
    found["platform"] = platform.platform()
    for requirement in metadata.requires("btsdk") or ():
        needed, _, condition = requirement.partition(";")
        name = _NAME.match(needed)
        if name is None or "extra ==" in condition:
            continue
        try:
            found[name[0]] = metadata.version(name[0])
        except metadata.PackageNotFoundError:
            if not condition.strip():
                found[name[0]] = "missing"
    return found


def keyring() -> KeyringDocument:
    """The keyring's backend. Nothing is read from it and nothing written."""
    import keyring as system  # noqa: PLC0415  # it looks for desktop services: only on request

    backend = system.get_keyring()
    kind = type(backend).__module__
    if kind.rpartition(".")[2] in _UNUSABLE:
        return {"backend": None, "problem": "there is no keyring: --keyring cannot be used"}
    return {"backend": f"{kind}.{type(backend).__name__}", "problem": None}


def open_files(*paths: Path) -> list[tuple[Path, str]]:
    """Files that other users can write, each with the shell command that mends it."""
    found = []
    for path in paths:
        try:
            mode = stat.S_IMODE(os.stat(path).st_mode)
        except OSError:
            continue
        if mode & 0o022 and sys.platform != "win32":
            found.append((path, f"chmod go-w {path}"))
    return found
