"""Print the JSON schema of a command's result.

It describes `data` of the document that COMMAND prints with --json-output: `btcli schema wallet
balance`. Without --json-output the schema itself is printed.
"""

from __future__ import annotations

import importlib
from typing import Annotated, Any, TypedDict

from typer import Argument

from btcli import catalogue, options, suggestions
from btcli.command import command
from btcli.context import Context
from btcli.json_schema import schema
from btcli.output import Result
from btcli.unexpected_words import quoted
from btsdk.errors import UsageError


class SchemaData(TypedDict):
    """The result of `schema`."""

    command: Annotated[str, "the whole name"]
    schema: Annotated[dict[str, Any], "draft 2020-12"]


@command(options.output, data=SchemaData)
def run(
    context: Context,
    words: Annotated[list[str], Argument(metavar="COMMAND…", help="Name of the command.")],
) -> Result:
    group, verb = _find(" ".join(words))
    name = group.path(verb)
    found = schema(importlib.import_module(group.module(verb)).run.data, f"btcli {name}")
    if not context.output.as_json:
        context.output.document(found)
    return Result({"command": name, "schema": found})


def _find(name: str) -> tuple[catalogue.Group, str]:
    path, _, last = name.rpartition(" ")
    group = catalogue.find_group(path)
    verb = None if group is None else catalogue.find_verb(group, last)
    if group is None or verb is None:
        known = [one.path(other) for one, other in catalogue.every_command()]
        likely = suggestions.similar(name, known)
        hint = f"Did you mean {' or '.join(repr(one) for one in likely)}?" if likely else None
        raise UsageError(
            f"there is no command {quoted(name)}", hint=hint or "`btcli --commands` lists them."
        )
    return group, verb
