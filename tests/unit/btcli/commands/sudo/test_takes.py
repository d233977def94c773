"""Takes as documents."""

from __future__ import annotations

from fractions import Fraction

from btcli.commands.sudo.takes import take_document


def test_a_take() -> None:
    assert take_document(Fraction(11_796, 65_535)) == {"percent": "17.9995", "parts": 11_796}
