"""The identity of a subnet: from options and a file, as a document, and on the screen."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Annotated, Any, TypedDict

from typer import Option

from btcli.render.blocks import Facts
from btsdk.errors import UsageError
from btsdk.reads.identities import SubnetIdentity

FileOption = Annotated[
    Path | None,
    Option("--identity-file", metavar="FILE", help="JSON file with the fields; options override."),
]


class SubnetIdentityDocument(TypedDict):
    """The identity of a subnet, as published by its owner; nothing verifies it."""

    subnet_name: str
    github_repo: str
    subnet_contact: str
    subnet_url: str
    discord: str
    description: str
    logo_url: str
    additional: str


_NAMES = tuple(field.name for field in fields(SubnetIdentity))
_ALSO = {
    "name": "subnet_name",
    "repo": "github_repo",
    "contact": "subnet_contact",
    "email": "subnet_contact",
    "url": "subnet_url",
    "discord_handle": "discord",
    "logo": "logo_url",
    "additional_info": "additional",
}
"""Other names of the fields in a file, from the options."""


def identity_of(
    given: dict[str, str | None], file: Path | None, before: SubnetIdentity | None = None
) -> SubnetIdentity:
    """The identity: options override the file, and that the former identity."""
    found = {} if before is None else asdict(before)
    if file is not None:
        found |= _read(file)
    found |= {name: value for name, value in given.items() if value is not None}
    return SubnetIdentity(**found)


def identity_document(identity: SubnetIdentity) -> SubnetIdentityDocument:
    """The identity for JSON."""
    document: Any = asdict(identity)
    return document  # type: ignore[no-any-return]


def identity_facts(netuid: int, identity: SubnetIdentity) -> Facts:
    """The fields that are set."""
    rows = [(name.replace("_", " "), value) for name, value in asdict(identity).items() if value]
    return Facts(rows, title=f"Identity of subnet {netuid}, as published by its owner")


def _read(file: Path) -> dict[str, str]:
    try:
        found: Any = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise UsageError(f"{file} is not JSON: {error}") from None
    if not isinstance(found, dict):
        raise UsageError(f"{file} is not a JSON object of fields")
    named: dict[str, Any] = {
        _ALSO.get(str(name), str(name)): value for name, value in found.items()
    }
    for name, value in named.items():
        if name not in _NAMES:
            raise UsageError(
                f"{file}: an identity has no field {name!r}", hint=f"One of: {', '.join(_NAMES)}."
            )
        if not isinstance(value, str):
            raise UsageError(f"{file}: {name} is text, not {type(value).__name__}")
    return named
