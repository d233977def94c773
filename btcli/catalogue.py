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
    Group("proxy", (), "Let other accounts act for an account."),
    Group("multisig", (), "Act with several signatories."),
    Group("crowd", ("cr", "crowdloan"), "List, create and fund crowdloans."),
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
    "subnets create-cost": "subnets burn-cost",
    "subnets hparams": "subnets hyperparameters",
    "subnets lock-cost": "subnets burn-cost",
    "subnets recycle-register": "subnets register",
    "sudo buyback": "sudo stake-burn",
    "sudo check-start": "subnets check-start",
    "sudo get-identity": "subnets get-identity",
    "sudo mech": "subnets mechanisms",
    "sudo mechanisms": "subnets mechanisms",
    "sudo senate-vote": "sudo vote",
    "sudo set-identity": "subnets set-identity",
    "sudo set-symbol": "subnets set-symbol",
    "sudo start": "subnets start",
}
"""Names of commands and groups in other versions, and what they are called here."""

TOP = tuple(group for group in GROUPS if not group.parent)
"""The groups that `btcli --help` lists."""

_BY_WORD = {
    (group.parent, word): group for group in GROUPS for word in (group.word, *group.aliases)
}
_BY_WORD |= {
    tuple(other.rsplit(" ", 1)): group  # type: ignore[misc]  # two words
    for other, name in OTHER_NAMES.items()
    for group in GROUPS
    if group.name == name
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
    """A command by its name; underscores are read as hyphens."""
    plain = name.replace("_", "-")
    return plain if plain in group.verbs else None


def every_command() -> Iterator[tuple[Group, str]]:
    """Each command: its group and its name there. Commands without a group are last."""
    for group in (*GROUPS, ROOT):
        for verb in group.verbs:
            yield group, verb


def find_command(group: Group, name: str) -> tuple[Group, str] | None:
    """A command by its name in a group, or by one of `OTHER_NAMES`, with the group it is in."""
    typed = f"{group.name} {name.replace('_', '-')}"
    path, _, verb = OTHER_NAMES.get(typed, typed).rpartition(" ")
    place = find_group(path)
    return (place, verb) if place is not None and verb in place.verbs else None


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
