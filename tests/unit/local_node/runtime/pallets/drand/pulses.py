"""Pulses of the development beacon, dispatched and as unsigned extrinsics."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from chain_spec.pallets import drand
from local_node.embedded.drand_beacon import DevelopmentBeacon
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.support import ALICE

VECTORS = json.loads((Path(__file__).parents[5] / "vectors" / "timelock.json").read_text())


BEACON = DevelopmentBeacon()


storage, errors = drand.storage, drand.errors


def payload(*pulses: dict[str, Any], block: int = 0) -> dict[str, Any]:
    return {"block_number": block, "pulses": list(pulses), "public": ("Sr25519", ALICE.public_key)}


def rounds(ctx: Context) -> tuple[int, int]:
    return ctx.get(storage.OldestStoredRound), ctx.get(storage.LastStoredRound)
