"""Who holds what in block 0."""

from __future__ import annotations

from chain_spec.pallets import balances, system
from tests.unit.local_node.runtime.support import ALICE, BOB, default_genesis, fresh_context


def test_each_account_exists_by_its_balance() -> None:
    held = [[ALICE.ss58_address, 700], [BOB.ss58_address, 5]]
    ctx = fresh_context(genesis={**default_genesis(), "balances": {"balances": held}})
    account = ctx.get(system.storage.Account, ALICE.public_key)
    assert account["data"]["free"] == 700
    assert (account["providers"], account["nonce"]) == (1, 0)
    assert ctx.get(balances.storage.TotalIssuance) == 705


def test_nobody_holds_what_nobody_was_given() -> None:
    ctx = fresh_context(genesis={**default_genesis(), "balances": {}})
    assert list(ctx.keys(system.storage.Account)) == []
    assert ctx.get(balances.storage.TotalIssuance) == 0
