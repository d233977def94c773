from __future__ import annotations

import pytest

from chain_spec.pallets import triumvirate_members
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.triumvirate.council import COUNCIL, A, addresses, storage
from tests.unit.local_node.runtime.support import Node, default_genesis


def test_genesis_names_the_council_in_order(ctx: Context) -> None:
    assert ctx.get(storage.Members) == COUNCIL
    assert ctx.get(triumvirate_members.storage.Members) == COUNCIL


def test_a_genesis_that_names_somebody_twice_is_refused() -> None:
    for name in ("triumvirateMembers", "senateMembers", "triumvirate"):
        with pytest.raises(AssertionError, match="Err"):
            Node("dev", {**default_genesis(), name: {"members": addresses([A, A])}})
