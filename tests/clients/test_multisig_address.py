"""Addresses of multisigs against those of `@polkadot/util-crypto`."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from btsdk import multisig_address
from btsdk.keys import ss58
from tests.clients.environment import NodeJs

pytestmark = pytest.mark.peer

SCRIPT = Path(__file__).parent / "polkadot_js_multisig.mjs"


def test_they_are_the_same_for_sets_of_every_size(node_js: NodeJs) -> None:
    random = Random(7)
    sets = []
    for count in (2, 3, 5, 16, 63, 64, 65, 100):
        members = [ss58.encode(random.randbytes(32)) for _ in range(count)]
        sets += [(members, 1), (members, random.randint(1, count)), (members, count)]
    seen = node_js.run(SCRIPT, json.dumps(sets))
    assert seen["addresses"] == [multisig_address(members, most) for members, most in sets]
