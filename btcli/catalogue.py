"""The groups of commands, and the commands in each.

A command is declared in its module alone: `commands/<group>/<verb>.py` with `@command(…)`. Names
and help lines are read from the source text without importing it, so that help needs no command.
"""

from __future__ import annotations

import os
from functools import cache
from keyword import iskeyword
from typing import NamedTuple

_COMMANDS = os.path.join(os.path.dirname(__file__), "commands")  # `pathlib` costs 10 ms
_DECLARATION = "\n@command("
_QUOTES = '"""'


class Group(NamedTuple):
    """A group of commands."""

    name: str
    aliases: tuple[str, ...]
    help: str

    @property
    def verbs(self) -> dict[str, str]:
        """The line of help of each command, by name."""
        return _verbs(self.name)

    def module(self, verb: str) -> str:
        """The module of a command. A name that is a Python keyword gets a trailing `_`."""
        name = verb.replace("-", "_") + "_" * iskeyword(verb)
        return f"btcli.commands.{self.name}.{name}"


GROUPS = (
    Group("wallet", ("w", "wallets"), "Manage keys; show balances and send TAO."),
    Group("stake", ("st",), "Add, remove, move and list stakes."),
    Group("subnets", ("s", "subnet"), "List, create and register on subnets."),
    Group("node", (), "Run, inspect and advance the local chain."),
    Group("config", ("c", "conf"), "Manage the defaults of commands."),
)

_BY_NAME = {name: group for group in GROUPS for name in (group.name, *group.aliases)}


def find_group(name: str) -> Group | None:
    """A group by its name or an alias."""
    return _BY_NAME.get(name)


def find_verb(group: Group, name: str) -> str | None:
    """A command by its name; underscores are read as hyphens."""
    plain = name.replace("_", "-")
    return plain if plain in group.verbs else None


@cache
def _verbs(group: str) -> dict[str, str]:
    folder = os.path.join(_COMMANDS, group)
    found = {}
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".py"):
            continue
        with open(os.path.join(folder, file), encoding="utf-8") as source:
            text = source.read()
        if _DECLARATION in text:
            verb = file.removesuffix(".py").removesuffix("_").replace("_", "-")
            found[verb] = text.removeprefix(_QUOTES).partition("\n")[0].removesuffix(_QUOTES)
    return found
