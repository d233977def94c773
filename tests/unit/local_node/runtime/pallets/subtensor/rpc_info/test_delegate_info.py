from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, key
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import HOTKEY, ask


def test_delegates(ctx: Context) -> None:
    increase_stake(ctx, HOTKEY, key(7), 0, 2_000 * TAO)
    ctx.put(storage.Tempo, 2, 360)
    delegate = ask(ctx, "get_delegate")
    assert delegate["registrations"] == delegate["validator_permits"] == [2]
    assert dict(delegate["nominators"])[key(7)] == [(0, 2_000 * TAO)]
    # 20 epochs a day; of that nine tenths, for each thousand of two thousand TAO.
    assert delegate["total_daily_return"] == 36_000 * 20
    assert delegate["return_per_1000"] == 36_000 * 20 * (65_535 - 6_553) // 65_535 // 2
    assert ask(ctx, "get_delegate", delegate_account=key(8)) is None
    ((delegated, place),) = ask(ctx, "get_delegated")
    assert place == (2, 500)
    assert delegated["nominators"] == []
