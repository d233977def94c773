from __future__ import annotations

from tests.unit.local_node.runtime.pallets.drand.pulses import VECTORS, storage
from tests.unit.local_node.runtime.support import fresh_context


def test_the_beacon_without_a_word_in_the_spec_is_quicknet() -> None:
    config = fresh_context("local").get(storage.BeaconConfig)
    assert config["public_key"].hex() == VECTORS["public_key"]
    assert (config["period"], config["genesis_time"]) == (3, 1_692_803_367)
