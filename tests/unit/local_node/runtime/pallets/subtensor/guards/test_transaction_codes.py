from __future__ import annotations

from chain_spec.pallets import subtensor
from local_node.runtime.pallets.subtensor.guards.transaction_codes import REFUSAL_CODES


def test_every_error_has_a_code() -> None:
    assert {f"SubtensorModule.{name}" for name in subtensor.pallet.errors} == set(REFUSAL_CODES)
    assert REFUSAL_CODES["SubtensorModule.SettingWeightsTooFast"] == 6
    assert REFUSAL_CODES["SubtensorModule.NotEnoughStakeToSetWeights"] == 1
    assert REFUSAL_CODES["SubtensorModule.HotKeyNotRegisteredInSubNet"] == 19
    assert REFUSAL_CODES["SubtensorModule.ColdkeySwapAnnounced"] == 0
    # No code of their own: a bad request.
    assert REFUSAL_CODES["SubtensorModule.InvalidIpType"] == 255
