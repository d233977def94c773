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
    """A group of commands. The name of a group inside another has both words: `stake child`."""

    name: str
    aliases: tuple[str, ...]
    help: str

    @property
    def parent(self) -> str:
        """The name of the group around this one; empty at the top."""
        return self.name.rpartition(" ")[0]

    @property
    def word(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]

    @property
    def groups(self) -> dict[str, Group]:
        """The groups inside this one, by their words."""
        return {group.word: group for group in GROUPS if group.parent == self.name}

    @property
    def verbs(self) -> dict[str, str]:
        """The line of help of each command, by name."""
        return _verbs(self._package.replace(".", os.sep))

    def module(self, verb: str) -> str:
        """The module of a command. A name that is a Python keyword gets a trailing `_`."""
        name = verb.replace("-", "_") + "_" * iskeyword(verb)
        return f"btcli.commands.{self._package}.{name}"

    @property
    def _package(self) -> str:
        return self.name.replace(" ", ".").replace("-", "_")


GROUPS = (
    Group("wallet", ("w", "wallets"), "Manage keys; show balances and send TAO."),
    Group("stake", ("st",), "Add, remove, move and list stakes."),
    Group("subnets", ("s", "subnet"), "List, create and register on subnets."),
    Group("node", (), "Run, inspect and advance the local chain."),
    Group("pow", (), "Measure the search for proofs of work."),
    Group("config", ("c", "conf"), "Manage the defaults of commands."),
)

TOP = tuple(group for group in GROUPS if not group.parent)
"""The groups that `btcli --help` lists."""

_BY_WORD = {
    (group.parent, word): group for group in GROUPS for word in (group.word, *group.aliases)
}


def find_group(path: str) -> Group | None:
    """A group by its words, each the group's own or an alias: `stake child`, `st children`."""
    name = ""
    for word in path.split(" "):
        group = _BY_WORD.get((name, word))
        if group is None:
            return None
        name = group.name
    return group


def find_verb(group: Group, name: str) -> str | None:
    """A command by its name; underscores are read as hyphens."""
    plain = name.replace("_", "-")
    return plain if plain in group.verbs else None


@cache
def _verbs(package: str) -> dict[str, str]:
    folder = os.path.join(_COMMANDS, package)
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
