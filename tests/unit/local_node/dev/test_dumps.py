"""Dumps: a chain as a document, and back, with nothing believed."""

from __future__ import annotations

import json

import pytest

from btsdk.errors import BtError, UsageError
from local_node.dev.control import Control
from local_node.embedded.local_chain import LocalChain
from tests.unit.local_node.dev.signing import ALICE, ZOE, signed, transfer

TAO = 10**9


@pytest.fixture
def lived(control: Control) -> Control:
    """A chain with an extrinsic, a patch, an impersonation, a gap, a journey, a waiting one."""
    control.chain.author_block([signed(control, ALICE, transfer(control, ZOE.public_key, TAO))])
    control.set_balance(bytes(range(32)), TAO)
    control.impersonate(bytes(range(32)))
    call = transfer(control, ZOE.public_key, TAO // 2)
    control.chain.author_block([control.extrinsic_for(bytes(range(32)), call)])
    control.stop_impersonating()
    control.chain.travel_to((control.chain.timestamp_ms or 0) + 10**7)
    control.new_blocks(height=100)
    control.chain.submit(signed(control, ALICE, transfer(control, ZOE.public_key, TAO)))
    return control


def test_there_and_back(lived: Control) -> None:
    document = json.loads(json.dumps(lived.dump()))
    assert document["format"] == 1
    with LocalChain(beacon=False) as other:
        other.advance(3)
        assert other.control.load(document) == lived.chain.best == other.chain.best
        assert other.chain.state().root == lived.chain.state().root
        assert other.chain.clock.offset_ms == lived.chain.clock.offset_ms
        assert [entry.hash for entry in other.chain.pending()] == [
            entry.hash for entry in lived.chain.pending()
        ]
        assert other.chain.impersonation.accounts == frozenset()
        assert other.control.dump() == document
        assert other.chain.check(execute=True) == []
        other.control.load(document)
        assert other.control.dump() == document


def test_a_block_that_does_not_hold_undoes_it_all(lived: Control) -> None:
    document = lived.dump()
    document["blocks"][2] = document["blocks"][2][:-2] + "00"
    with LocalChain(beacon=False) as other:
        best = other.advance(2)
        with pytest.raises(BtError):
            other.control.load(document)
        assert other.chain.best == best
        assert other.chain.check() == []


def test_what_is_no_dump_of_this_chain(lived: Control) -> None:
    document = lived.dump()
    wrong = [
        ({}, "not a dump"),
        ({**document, "format": 2}, "has format 2"),
        ({**document, "genesis": "0x00"}, "genesis"),
        ({**document, "blocks": ["0xzz"]}, "damaged"),
        ({**document, "head": None}, "damaged"),
    ]
    best = lived.chain.best
    for each, text in wrong:
        with pytest.raises(UsageError, match=text):
            lived.load(each)
    assert lived.chain.best == best
