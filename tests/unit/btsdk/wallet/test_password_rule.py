"""What a password is, whatever source it comes from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.wallet.password_rule import by_rule, candidates, is_several_lines


@pytest.mark.parametrize(
    ("line", "password"),
    [
        ("secret", "secret"),
        ("  two words \t", "two words"),
        ("\ufeffsecret", "secret"),
        ("e\u0301", "\u00e9"),
        ("   ", ""),
        ("", ""),
    ],
)
def test_a_line_as_a_password(line: str, password: str) -> None:
    assert by_rule(line) == password


@given(st.text())
def test_the_rule_settles_what_it_has_settled(line: str) -> None:
    password = by_rule(line)
    assert unicodedata.is_normalized("NFC", password)
    if not password.startswith("\ufeff"):  # one mark is taken off, and no more
        assert by_rule(password) == password


@given(st.text())
def test_the_rule_is_tried_first_and_nothing_twice(line: str) -> None:
    tried = candidates(line)
    assert len(set(tried)) == len(tried)
    assert "" not in tried
    if by_rule(line) and not is_several_lines(by_rule(line)):
        assert tried[0] == by_rule(line)


def test_what_earlier_releases_took_is_tried_after_it() -> None:
    assert candidates(" a ") == ("a", " a ")
    assert candidates("e\u0301") == ("\u00e9", "e\u0301")
    assert candidates("a\nb") == ("a\nb",)
    assert candidates("") == ()


@pytest.mark.parametrize(("text", "several"), [("a", False), ("a\nb", True), ("a\rb", True)])
def test_a_password_is_one_line(text: str, several: bool) -> None:
    assert is_several_lines(text) is several
