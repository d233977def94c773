from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys import ss58
from tests.unit.local_node.runtime.pallets.acting import REMARK, failed, reserved, run
from tests.unit.local_node.runtime.pallets.multisig.multisig_calls import (
    ACCOUNT,
    ALL,
    approve,
    call,
    cancel,
    errors,
    hashed,
    others,
    sign,
)
from tests.unit.local_node.runtime.support import BOB, DAVE, Node


def test_the_account_is_that_of_every_other_wallet():
    # Alice, Bob and Charlie, two of three: the example of polkadot.js
    assert ss58.encode(ACCOUNT) == "5DjYJStmdZ2rcqXbXGX7TW85JsrW6uG4y9MUcLq2BoPMpRA7"


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"threshold": 1}, errors.MinimumThreshold),
        ({"threshold": 0, "other_signatories": []}, errors.MinimumThreshold),
        ({"other_signatories": []}, errors.TooFewSignatories),
        ({"other_signatories": [bytes([n]) * 32 for n in range(100)]}, errors.TooManySignatories),
        ({"other_signatories": others(BOB)[::-1]}, errors.SignatoriesOutOfOrder),
        ({"other_signatories": [DAVE.public_key] * 2}, errors.SignatoriesOutOfOrder),
        ({"other_signatories": ALL}, errors.SenderInSignatories),
    ],
)
def test_who_may_sign(changes: dict[str, Any], error: Any):
    node = Node()
    before = reserved(node, BOB)
    call_hash = hashed(node, REMARK)
    when = {"height": 1, "index": 1}
    calls = [
        sign(BOB, REMARK, **changes),
        approve(BOB, call_hash, **changes),
        cancel(BOB, call_hash, when, **changes),
        call(
            "poke_deposit",
            **{"threshold": 2, "other_signatories": others(BOB), **changes, "call_hash": call_hash},
        ),
    ]
    for each in calls:
        assert run(node, each) == failed(error)
    assert reserved(node, BOB) == before
