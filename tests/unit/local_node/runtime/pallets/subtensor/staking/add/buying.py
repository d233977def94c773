"""What the tests of this folder share."""

from __future__ import annotations

from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import TAO

AMOUNT = 5 * TAO
