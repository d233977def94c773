"""The groups of commands, and the commands in each.

A command is declared in its module alone: `commands/<group>/<verb>.py` with `@command(…)`, or
`commands/<verb>.py` for a command of `btcli` itself, without a group. Names and help lines are read
from the source text without importing it, so that help needs no command.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from keyword import iskeyword
from typing import NamedTuple

_COMMANDS = os.path.join(os.path.dirname(__file__), "commands")  # `pathlib` costs 10 ms
_DECLARATION = "\n@command("
_QUOTES = '"""'


class Group(NamedTuple):
    """A group of commands. The name of a group inside another has both words: `stake child`; that
    of `ROOT` is empty."""

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

    def path(self, verb: str) -> str:
        """The whole name of a command: `wallet balance`, `query`."""
        return f"{self.name} {verb}".strip()

    def module(self, verb: str) -> str:
        """The module of a command. A name that is a Python keyword gets a trailing `_`."""
        name = verb.replace("-", "_") + "_" * iskeyword(verb)
        return ".".join(word for word in ("btcli.commands", self._package, name) if word)

    @property
    def _package(self) -> str:
        return self.name.replace(" ", ".").replace("-", "_")


GROUPS = (
    Group("wallet", ("w", "wallets"), "Manage keys; show balances and send TAO."),
    Group("stake", ("st",), "Add, remove, move and list stakes."),
    Group("stake child", ("children",), "Give shares of a hotkey's stake to child hotkeys."),
    Group("lock", ("conviction",), "Lock alpha to a hotkey, to give it conviction."),
    Group("weights", ("wt", "weight"), "Show, set, commit and reveal weights of a subnet."),
    Group("subnets", ("s", "subnet"), "List, create and register on subnets."),
    Group("utils", ("misc",), "Convert units; measure endpoints."),
    Group("tx", (), "Build, show, sign and submit transactions on different machines."),
    Group("subnets mechanisms", ("mech", "mechanism"), "Mechanisms and their shares."),
    Group("sudo", ("su", "hparams"), "Hyperparameters, takes, and proposals."),
    Group("axon", (), "Publish the endpoint of a neuron."),
    Group("addr", (), "Manage names for addresses."),
    Group("node", (), "Run, inspect and advance the local chain."),
    Group("pow", (), "Measure the search for proofs of work."),
    Group("config", ("c", "conf"), "Manage the defaults of commands."),
)

ROOT = Group(
    "", (), "Manage wallets, stakes and subnets on Bittensor chains, and run a local chain."
)
"""`btcli` itself: the groups of `btcli --help`, and the commands without a group."""
OTHER_NAMES = {
    "subnets lock-cost": "burn-cost",
    "subnets recycle-register": "register",
    "sudo buyback": "stake-burn",
    "sudo senate-vote": "vote",
}
"""Other names of commands, from older versions."""

TOP = tuple(group for group in GROUPS if not group.parent)
"""The groups that `btcli --help` lists."""

_BY_WORD = {
    (group.parent, word): group for group in GROUPS for word in (group.word, *group.aliases)
}


def find_group(path: str) -> Group | None:
    """A group by its words, each the group's own or an alias: `stake child`, `st children`;
    `ROOT` without words."""
    group: Group | None = ROOT
    for word in path.split(" ") if path else ():
        group = None if group is None else find_inner(group, word)
    return group


def find_inner(group: Group, word: str) -> Group | None:
    """The group inside another one, by its word or an alias."""
    return _BY_WORD.get((group.name, word))


def find_verb(group: Group, name: str) -> str | None:
    """A command by its name, or one of `OTHER_NAMES`; underscores are read as hyphens."""
    plain = name.replace("_", "-")
    plain = OTHER_NAMES.get(f"{group.name} {plain}", plain)
    return plain if plain in group.verbs else None


def every_command() -> Iterator[tuple[Group, str]]:
    """Each command: its group and its name there. Commands without a group are last."""
    for group in (*GROUPS, ROOT):
        for verb in group.verbs:
            yield group, verb


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
