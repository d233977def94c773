"""`extrinsics`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.spellings import BOB


def test_lists_and_one_in_full(world: Cli) -> None:
    words = ("--dest", BOB, "--amount", "2", "-w", "alice", "-y", "--json")
    receipt = world.inside("wallet", "transfer", *words).data()["receipt"]
    world.inside("call", "System.remark", "remark=x", "-w", "alice", "-y")

    def listed(*words: str) -> list[str]:
        found = world.inside("extrinsics", *words, "--json").data()["extrinsics"]
        return [one["call"]["call"] for one in found]

    assert listed()[-1] == "System.remark"
    assert listed("--blocks", "5", "--signer", "alice") == [
        "Balances.transfer_keep_alive", "System.remark",
    ]  # fmt: skip
    assert listed("--blocks", "5", "--call", "System") == ["System.remark"]
    assert listed("--blocks", "5", "--call", "System.remark", "--signer", "bob") == []

    found = world.inside("extrinsics", "--hash", receipt["extrinsic_hash"], "--json").data()
    assert found["extrinsics"][0]["call"]["args"]["value"] == 2 * 10**9
    assert "Balances.Transfer" in [one["name"] for one in found["events"]]
    index = str(receipt["extrinsic_index"])
    assert world.inside("extrinsics", "1", "--index", index, "--json").data() == found
    shown = world.inside("extrinsics", "1", "--index", index).out
    assert f"{BOB} (bob)" in shown
    assert "amount=τ2.000000000" in shown


def test_what_is_not_there(world: Cli) -> None:
    assert world.inside("extrinsics", "0", "--index", "5", "--json").error()["code"] == "not_found"
    assert world.inside("extrinsics", "--hash", "0x" + "00" * 32, "--json").exit_code == 2
