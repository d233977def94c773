"""The files of a package, written together or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from btsdk.codegen.package import MARK
from btsdk.errors import OutputFolderError


def write_package(folder: Path, files: Mapping[str, str]) -> None:
    """Write a package; one that was written before is replaced, whatever else is there is kept.

    Raises `OutputFolderError`; the folder is then as it was.
    """
    _check(folder)
    fresh = folder.with_name(f".{folder.name}.{os.getpid()}-{os.urandom(4).hex()}")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        _replace(folder, fresh)
    except OSError as error:
        raise OutputFolderError(str(folder), error.strerror or str(error)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _check(folder: Path) -> None:
    """Raise unless nothing is there, or a package that was written here."""
    if not folder.name.isidentifier():
        raise OutputFolderError(str(folder), f"{folder.name!r} is not the name of a Python package")
    try:
        if not os.path.lexists(folder) or (folder.is_dir() and not any(folder.iterdir())):
            return
        init = folder / "__init__.py"
        ours = init.is_file() and MARK in init.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise OutputFolderError(str(folder), str(error)) from error
    if not ours:
        raise OutputFolderError(str(folder), "something else is there already")


def _replace(folder: Path, fresh: Path) -> None:
    """Put the new package in the place of the old one, which comes back if that fails."""
    old = fresh.with_name(f"{fresh.name}-old")
    replaced = os.path.lexists(folder)
    if replaced:
        os.rename(folder, old)
    try:
        os.rename(fresh, folder)
    except OSError:
        if replaced:
            with suppress(OSError):
                os.rename(old, folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
