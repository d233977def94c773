"""A suggestion is a likely typing error, or what there is instead of a missing command."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btcli.catalogue import GROUPS
from btcli.suggestions import no_command, similar

GROUP_NAMES = [group.name for group in GROUPS]
names = st.text("abcdefgh-", min_size=3, max_size=12)


@pytest.mark.parametrize(
    ("typed", "known", "found"),
    [
        ("lst", ["list", "check"], ["list"]),
        ("LIST", ["list"], ["list"]),
        ("new_coldkey", ["new-coldkey", "new-hotkey"], ["new-coldkey", "new-hotkey"]),
        ("walelt", ["wallet"], ["wallet"]),
        ("tsak", ["task", "mask"], ["task"]),
        ("move", ["remove", "add"], []),
        ("x", ["y"], []),
        ("", ["a", "list"], []),
    ],
)
def test_known_words_within_a_few_edits(typed: str, known: list[str], found: list[str]) -> None:
    assert similar(typed, known) == found


@given(names, st.integers(0, 11), st.sampled_from("xyz"))
def test_one_edit_is_always_within(name: str, place: int, letter: str) -> None:
    place %= len(name)
    before, after = name[:place], name[place + 1 :]
    for typed in (before + after, before + letter + after, before + letter + name[place:]):
        assert similar(typed, [name]) == [name]
    swapped = before + after[:1] + name[place] + after[1:]
    assert similar(swapped, [name]) == [name]


def test_the_nearest_is_first_and_is_named_once() -> None:
    assert similar("remove", ["removed", "remove", "remove"]) == ["remove", "removed"]


def test_the_message_names_what_is_likely() -> None:
    assert no_command("walet", GROUP_NAMES) == ("No such command 'walet'. Did you mean 'wallet'?")
    assert no_command("xyzzy", GROUP_NAMES) == "No such command 'xyzzy'."
    assert no_command("0x" + "ab" * 32, ["list"]) == "No such command."
