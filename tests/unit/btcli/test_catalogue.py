"""Names of commands and their short forms."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from btcli.catalogue import (
    GROUPS,
    OTHER_NAMES,
    ROOT,
    Group,
    every_command,
    find_command,
    find_group,
    find_verb,
)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_a_group_is_found_by_each_of_its_names(group: Group) -> None:
    for word in (group.word, *group.aliases):
        assert find_group(f"{group.parent} {word}".strip()) is group


def test_no_name_is_used_twice() -> None:
    names = [(group.parent, word) for group in GROUPS for word in (group.word, *group.aliases)]
    names += [(group.name, verb) for group, verb in every_command()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["Wallet", "walle", "wallet ", "wallet wallet", "list"])
def test_what_is_no_group(name: str) -> None:
    assert find_group(name) is None


def test_the_root_has_the_groups_that_are_in_no_other() -> None:
    assert find_group("") is ROOT
    assert list(ROOT.groups.values()) == [group for group in GROUPS if " " not in group.name]
    assert ROOT.path("query") == "query"
    assert ROOT.module("query") == "btcli.commands.query"


@pytest.mark.parametrize("group", [*GROUPS, ROOT], ids=lambda group: group.name)
def test_a_verb_has_its_module(group: Group) -> None:
    for verb in group.verbs:
        assert find_verb(group, verb) == find_verb(group, verb.replace("-", "_")) == verb
        assert find_spec(group.module(verb)) is not None
    assert find_verb(group, "no-such-verb") is None


def test_a_word_of_python_ends_in_an_underscore() -> None:
    node = find_group("node")
    assert node is not None
    assert node.module("import") == "btcli.commands.node.import_"
    wallet = find_group("w")
    assert wallet is not None
    assert wallet.module("new-coldkey") == "btcli.commands.wallet.new_coldkey"


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_another_name_is_of_a_command_or_a_group(name: str) -> None:
    path, _, word = name.rpartition(" ")
    group = find_group(path)
    assert group is not None
    assert word not in group.verbs
    inner = find_group(OTHER_NAMES[name])
    if inner is not None:
        assert find_group(name) is inner
    else:
        found = find_command(group, word.replace("-", "_"))
        assert found is not None
        assert " ".join((found[0].name, found[1])) == OTHER_NAMES[name]


def test_a_command_by_its_own_name() -> None:
    wallet = find_group("wallet")
    assert wallet is not None
    assert find_command(wallet, "new_coldkey") == (wallet, "new-coldkey")
    assert find_command(wallet, "no-such-verb") is None
    assert find_command(ROOT, "no-such-verb") is None
