"""Registration by proof of work."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.ops import PowRegister
from btsdk.pow.seal import DomainSeparatedForm, meets
from tests.unit.btsdk.chain import ALICE, BOB, OPEN, Chain, draft
from tests.unit.btsdk.script import dev_at


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: PowRegister(70_000, BOB), UsageError),
    ],
)
def test_what_cannot_be_meant_is_refused_at_once(make: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        make()


def test_a_proof_of_work_is_made_last_and_by_the_right_key() -> None:
    found = draft(PowRegister(1, BOB), Chain(**OPEN))
    assert found.call.name == "pow_register"
    assert found.finish is not None
    with pytest.raises(UsageError, match="must sign"):
        draft(PowRegister(1, BOB, coldkey=BOB), Chain(**OPEN))
    closed = Chain(**{**OPEN, "NetworkPowRegistrationAllowed": False})
    assert any("closed" in warning for warning in draft(PowRegister(1, BOB), closed).warnings)


def test_a_proof_is_searched_for_the_newest_block_and_holds() -> None:
    script = Chain(**{**OPEN, "Difficulty": 50}).script()
    block = bytes(range(32))
    script.answers |= {
        "chain_subscribeNewHeads": None,
        "chain_getBlockHash": "0x" + block.hex(),
        "chain_getHeader": {"number": "0x7"},
    }
    found = script.play(PowRegister(1, BOB).draft(dev_at(), ALICE))
    assert found.finish is not None
    arguments = script.play(found.finish()).arguments()
    assert arguments["work_block"] == 7
    puzzle = DomainSeparatedForm(1, ss58.decode(BOB), ss58.decode(ALICE)).puzzle(block)
    assert puzzle.seal(arguments["nonce"]) == arguments["work"]
    assert meets(arguments["work"], 50)
