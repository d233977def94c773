"""The rates of code paths, in JSON and as a table."""

from __future__ import annotations

from btcli.commands.pow.rates import rate_document, rate_table
from btsdk.pow.benchmark import PathRate

RATE = PathRate("avx2", 2, 131, 7_055_478.4, 32.444)


def test_a_document_is_rounded() -> None:
    assert rate_document(RATE) == {
        "name": "avx2",
        "threads": 2,
        "message_bytes": 131,
        "seals_per_second": 7_055_478,
        "ratio_to_plain": 32.44,
    }


def test_a_row_has_units() -> None:
    shown = rate_table([RATE]).plain()
    assert "7,055,478" in shown
    assert "131 bytes" in shown
    assert "32.4 x" in shown
