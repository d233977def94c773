"""`tx decode`."""

from __future__ import annotations

import json
from pathlib import Path

from btsdk.tx.offline import OfflineTransaction
from tests.cli.running import Cli
from tests.unit.btcli.spellings import ALICE, BOB


def test_a_call_and_an_extrinsic(world: Cli, built: str) -> None:
    payload = json.loads(Path(built).read_text())["payload"]
    data = world.inside("tx", "decode", payload["call"], "--json").data()
    assert data["call"]["args"] == {"dest": BOB, "value": 1_500_000_000}
    assert data["extrinsic"] is None

    assert world.inside("tx", "sign", built, "-y").exit_code == 0
    signed = OfflineTransaction.from_json(Path(built).read_bytes())
    extrinsic = signed.signed().extrinsic(signed.metadata)
    done = world.inside("tx", "decode", "0x" + extrinsic.data.hex(), "--json", "--at", "0")
    found = done.data()["extrinsic"]
    assert (found["signer"], found["extrinsic_hash"]) == (ALICE, extrinsic.hash)
    assert found["extensions"]["CheckNonce"] == payload["nonce"]
    assert found["signature"]["Sr25519"][:2] == "0x"
    shown = world.inside("tx", "decode", extrinsic.data.hex()).out
    assert f"{BOB} (bob)" in shown
    assert "Sr25519" in shown


def test_other_bytes(world: Cli) -> None:
    done = world.inside("tx", "decode", "0x0102", "--json")
    assert done.error()["code"] == "decode_error"
    assert "no extrinsic" in done.error()["message"]
    assert world.inside("tx", "decode", "xyz", "--json").exit_code == 2
