"""The identity of a coldkey: documents, facts, and its new fields."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, TypedDict, cast

from btcli.context import Context
from btcli.documents import TransactionData
from btcli.render.blocks import Facts
from btsdk.errors import UsageError
from btsdk.ops import Identity

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABELS = {
    "name": "name",
    "url": "web page",
    "github_repo": "repository",
    "image": "image",
    "discord": "discord",
    "description": "description",
    "additional": "additional",
}
_OPTIONS = {
    "name": "--id-name",
    "url": "--web-url",
    "github_repo": "--github",
    "image": "--image-url",
}


class IdentityDocument(TypedDict):
    """The identity of a coldkey, as it published it; nothing verifies it."""

    name: str
    url: str
    github_repo: str
    image: str
    discord: str
    description: str
    additional: str


class SetIdentityData(TransactionData):
    """The result of `wallet set-identity`."""

    coldkey: str
    identity: IdentityDocument


def check_given(context: Context, given: Mapping[str, str | None]) -> None:
    """Raise `UsageError` if no field is given, and none can be asked for."""
    if all(value is None for value in given.values()) and not _may_ask(context):
        named = ", ".join(_OPTIONS.get(name, f"--{name}") for name in _LABELS)
        raise UsageError("no field of the identity is given", hint=f"Options: {named}.")


def changed(context: Context, before: Identity | None, given: Mapping[str, str | None]) -> Identity:
    """The identity with the given fields; if none is given, with those that are typed. An empty
    answer keeps the value."""
    old = before or Identity()
    fields = {name: value for name, value in given.items() if value is not None}
    if not fields:
        context.output.say("Press Enter to keep a value.")
        fields = dict(_asked(context, old))
    return replace(old, **fields)


def identity_document(identity: Identity) -> IdentityDocument:
    """The fields of an identity."""
    return cast("IdentityDocument", asdict(identity))


def identity_facts(identity: Identity, coldkey: str) -> Facts:
    """The fields that are not empty."""
    fields = asdict(identity)
    rows = [(label, fields[name]) for name, label in _LABELS.items() if fields[name]]
    return Facts([("coldkey", coldkey), *rows])


def _may_ask(context: Context) -> bool:
    return context.may_prompt and sys.stdin is not None and sys.stdin.isatty()


def _asked(context: Context, old: Identity) -> Iterable[tuple[str, str]]:
    for name, label in _LABELS.items():
        now = getattr(old, name)
        answer = context.ask(f"{label.capitalize()} [{now}]: ")
        if answer:
            yield name, answer
