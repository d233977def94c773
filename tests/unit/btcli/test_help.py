"""Help texts that need no command's module."""

from __future__ import annotations

import re

import pytest

from btcli import help
from btcli.catalogue import GROUPS, ROOT, Group, every_command, find_group


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["help"]])
def test_the_root_names_every_group_and_command(args: list[str]) -> None:
    text = help.quick(args) or ""
    for group in ROOT.groups.values():
        assert f"  {', '.join((group.name, *group.aliases))}" in text
    for verb, line in ROOT.verbs.items():
        assert re.search(rf"^  {verb} +{re.escape(line.split()[0])}", text, re.MULTILINE)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_a_group_names_every_verb(group: Group) -> None:
    around = group.parent.split()
    for word in (group.word, *group.aliases):
        for ending in ([], ["--help"], ["-h"], ["help"]):
            assert help.quick([*around, word, *ending]) == help.of_group(group)
    lines = help.of_group(group).splitlines()
    for verb in (*group.groups, *group.verbs):
        assert any(line.startswith(f"  {verb} ") for line in lines)


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["walet"],
        ["wallet", "list"],
        ["wallet", "list", "--help"],
        ["--version"],
        [""],
        ["", "-h"],
    ],
)
def test_what_is_no_question_of_that_kind(args: list[str]) -> None:
    assert help.quick(args) is None


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_lines_fit_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    wallet = find_group("wallet")
    assert wallet is not None
    for text in (help.root(), help.of_group(wallet), help.listing()):
        assert max(map(len, text.splitlines())) <= min(columns, 100)


def test_every_command_is_listed_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    listed = help.listing()
    count = len(list(every_command()))
    assert sum(line.startswith("btcli ") for line in listed.splitlines()) == count
    assert "btcli stake add " in listed


def test_help_of_a_command_has_no_empty_part() -> None:
    text = help.of_command(
        "btcli x y",
        "[OPTIONS]",
        "First.\n\nSecond\nline.",
        [("Arguments", []), ("Options", [("-a", "A")])],
    )
    assert text == "Usage: btcli x y [OPTIONS]\n\nFirst.\n\nSecond line.\n\nOptions:\n  -a  A"
