"""Foreign text: what is escaped, what stays, and how lines are made of it."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btcli.terminal.visible import (
    clipped,
    json_text,
    shortened,
    visible,
    visible_lines,
    width,
    wrapped,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J\x1b[H", r"\x1b[2J\x1b[H"),
        ("\x9b2J", r"\x9b2J"),
        ("a\nb\rc\td\x00\x07\x08\x7f", r"a\nb\rc\td\x00\x07\x08\x7f"),
        ("\u202eevil\u2069", r"\u202eevil\u2069"),
        ("\u200e\u200f\u061c\u2066", r"\u200e\u200f\u061c\u2066"),
        ("a\u2028b\u2029c\x85d", r"a\u2028b\u2029c\x85d"),
        ("a\u200bb\ufeffc\u00add\u2060e", r"a\u200bb\ufeffc\xadd\u2060e"),
        ("x\U000e0041\ufe0f\u3164\u2800", r"x\U000e0041\ufe0f\u3164\u2800"),
        ("\ud800", r"\ud800"),
        ("\U000f0000\u0378", r"\U000f0000\u0378"),
        ("a\u0301b", "a\u0301b"),
        ("a" + "\u0301" * 5, "a" + "\u0301" * 3 + r"\u0301\u0301"),
        ("\u0338 1\u0335", r"\u0338 1\u0335"),
        ("1\u20dd", r"1\u20dd"),
        ("Grüße, τ 1.5 α, Ελλάδα, 日本, שלום", "Grüße, τ 1.5 α, Ελλάδα, 日本, שלום"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_no_character_is_obeyed_or_dropped(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable()
    assert visible(shown) == shown
    assert not {unicodedata.category(sign) for sign in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp", "Me"}
    assert len(shown) >= len(text)
    assert visible_lines(text).count("\n") == text.count("\n")


@given(st.text(st.sampled_from("ab -日\u0301"), max_size=200), st.integers(4, 40))
def test_lines_break_between_words_alone(text: str, columns: int) -> None:
    lines = wrapped(text, columns, "  ")
    assert " ".join(lines).split() == text.split()
    for line in lines:
        assert width(line) <= columns or " " not in line.strip()


def test_a_hash_has_a_line_of_its_own() -> None:
    value = "0x" + "ab" * 32
    assert wrapped(f"the block {value} is lost", 40) == ["the block", value, "is lost"]
    assert wrapped(f"the block {value} is lost", 40, "  ") == ["the block", value, "  is lost"]


def test_long_and_wide_text() -> None:
    assert shortened("x" * 5_000, 10) == "x" * 10 + "… (5,000 characters)"
    assert shortened("short", 10) == "short"
    assert clipped("日本語", 5) == "日本…"
    assert width(clipped("日本語", 4)) <= 4
    assert clipped("abc", 3) == "abc"


@given(st.text(st.characters()))
def test_json_has_the_exact_text_in_printable_ascii(text: str) -> None:
    written = json_text({"name": text})
    assert written.isascii()
    assert written.isprintable()
    assert json.loads(written) == {"name": text}
