"""Refusals in Substrate's codes and words."""

from __future__ import annotations

import pytest

from local_node.chain.chain import Chain
from local_node.chain.errors import UnknownBlock
from tests.unit.local_node.chain.counter import TOO_MUCH, add, with_length
from tests.unit.local_node.chain.counting import refusal


def test_refusals_have_substrates_codes_and_words(chain: Chain) -> None:
    chain.submit(add(1, 0, 1))
    invalid = (1010, "Invalid Transaction")
    assert refusal(chain, add(1, 0, 2)) == (*invalid, "Transaction is outdated")
    assert refusal(chain, add(1, 1, TOO_MUCH + 1)) == (
        *invalid,
        "Inability to pay some fees (e.g. account balance too low)",
    )
    assert refusal(chain, with_length(b"\x07")) == (*invalid, "Transaction call is not expected")
    code, text, data = refusal(chain, b"\xff\xff")
    assert code == 1002
    reason = "Execution failed: Runtime panicked: "
    assert text.startswith(f"Verification Error: Runtime error: {reason}")
    assert str(data).startswith(f'RuntimeApi("{reason}')
    assert refusal(chain, b"\xff\xff")[0] == 1002  # it is not banned
    assert refusal(chain, add(255, 0, 1)) == (
        1011,
        "Unknown Transaction Validity",
        "CannotLookup",
    )
    assert refusal(chain, add(1, 0, 1))[0] == 1012
    assert refusal(chain, add(1, 0, 2)) == (1012, "Transaction is temporarily banned", None)
    waiting = chain.submit(add(1, 5, 1))
    assert refusal(chain, add(1, 5, 1)) == (
        1013,
        "Transaction Already Imported",
        f"0x{waiting.hex()}",
    )
    assert chain.best.number == 1


def test_unknown_blocks_are_named(chain: Chain) -> None:
    assert chain.header(b"\x01" * 32) is None
    assert chain.block(b"\x01" * 32) is None
    with pytest.raises(UnknownBlock, match="0x0101"):
        chain.state(b"\x01" * 32)
    with pytest.raises(UnknownBlock):
        chain.revert_to(b"\x01" * 32)
