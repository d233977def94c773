"""Chain specs: ours say what Subtensor's localnet says, and bad ones are told where."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from btsdk.errors import ChainSpecError
from btsdk.keys import Keypair
from chain_spec import chains
from chain_spec.features import Feature
from chain_spec.pallets import subtensor
from chain_spec.profile import Profile

TAO = 10**9
RICH = ("Alice", "Bob", "Charlie")
OTHERS = ("Dave", "Eve", "Ferdie", "One", "Two", "Three")
ETHEREUM = (
    "5Fghzk1AJt88PeFEzuRfXzbPchiBbsVGTTXcdx599VdZzkTA",
    "5GeqNhKWj1KG78VHzbmo3ZjZgUTrCuWeamdgiA114XHGdaEr",
)


def address(name: str) -> str:
    return Keypair.from_uri(f"//{name}").ss58_address


@pytest.mark.parametrize("name", chains.NAMES)
def test_the_same_accounts_are_funded_everywhere(name: str) -> None:
    genesis = chains.load(name).genesis
    wanted = [[address(who), 1_000_000 * TAO] for who in RICH]
    wanted += [[address(who), 2_000 * TAO] for who in OTHERS]
    wanted += [[who, 2_000 * TAO] for who in ETHEREUM]
    assert genesis["balances"] == {"balances": wanted}
    assert genesis["sudo"] == {"key": address("Alice")}
    assert genesis["aura"] == {"authorities": [address("One")]}
    # //One as an ed25519 key
    grandpa = "5Caq1V1MnhfNNoGza9sqx1so37LNq2N5xMeR7xpVpv7Nqgnf"
    assert genesis["grandpa"] == {"authorities": [[grandpa, 1]]}
    assert genesis["evmChainId"] == {"chainId": 42}


@pytest.mark.parametrize("name", chains.NAMES)
def test_every_chain_is_tao(name: str) -> None:
    spec = chains.load(name)
    assert spec.chain == name
    assert spec.properties == {"ss58Format": 42, "tokenDecimals": 9, "tokenSymbol": "TAO"}


def test_local_and_fast_differ_in_their_build_alone() -> None:
    local, fast = chains.load("local"), chains.load("fast")
    assert (local.profile, local.slot_duration) == (Profile.SLOW, 12_000)
    assert (fast.profile, fast.slot_duration) == (Profile.FAST, 250)
    for spec in (local, fast):
        assert (spec.name, spec.id, spec.chain_type) == ("Bittensor", "bittensor", "Local")
        assert spec.features == {Feature.FAUCET}
        assert spec.blocks == chains.Blocks("timed", None, 4096)
        assert spec.interface.profile is spec.profile
    assert local.genesis == fast.genesis
    assert "subtensorModule" not in local.genesis


def test_dev_is_for_people() -> None:
    spec = chains.load("dev")
    assert spec.profile is Profile.FAST
    assert spec.features == set(Feature)
    assert spec.blocks == chains.Blocks("on-demand", 1.0, None)
    settings = spec.genesis["subtensorModule"]
    assert settings["storage"] == {
        "AdminFreezeWindow": 1,
        "NetworkLastLockCost": 250 * TAO,
        "NetworkMinLockCost": 250 * TAO,
        "OwnerHyperparamRateLimit": 0,
        "TaoWeight": 3_320_413_933_267_719_290,  # 0.18, as on finney
    }
    first = settings["subnets"]["1"]
    assert (first["owner"], first["started"]) == (address("Alice"), True)
    assert first["storage"]["Tempo"] == 10
    assert first["pool"] == {"tao": 100_000 * TAO, "alpha": 100_000 * TAO}
    (validator,) = settings["rootValidators"]
    assert validator["coldkey"] == address("Validator")
    held = sum(amount for _, amount in spec.genesis["balances"]["balances"])
    assert settings["balancesIssuance"] == held + validator["stake"] + first["pool"]["tao"]
    for name in (*settings["storage"], *first["storage"]):
        assert name in subtensor.pallet.storage


def test_a_spec_file_is_a_chain(tmp_path: Path) -> None:
    spec = document()
    spec["btsdk"] = {"profile": "slow"}
    spec["genesis"]["runtimeGenesis"] = {"config": {"sudo": {"key": None}}}
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(spec))
    loaded = chains.load(path)
    assert loaded.chain == loaded.id == "bittensor"
    assert loaded.features == frozenset()
    assert loaded.blocks == chains.Blocks("timed", None, None)
    assert loaded.genesis == {"sudo": {"key": None}}


def document() -> dict[str, Any]:
    text = (Path(chains.__file__).parent / "fast.json").read_text()
    spec: dict[str, Any] = json.loads(text)
    return spec


def changed(place: str, value: object) -> str:
    spec = deepcopy(document())
    *way, last = place.split(".")
    inner = spec
    for key in way:
        inner = inner[key]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return json.dumps(spec)


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        ("btsdk", None, "is missing"),
        ("btsdk.profile", "quick", "'quick' is none of slow, fast"),
        ("btsdk.profile", 3, "expected a string"),
        ("btsdk.features", "faucet", "expected a list"),
        ("btsdk.features", ["taps"], "'taps' is none of faucet, pow, governance"),
        ("btsdk.blocks.mode", "sometimes", "'sometimes' is neither timed nor on-demand"),
        ("btsdk.blocks.keepStates", 0, "expected a positive integer or null"),
        ("name", None, "is missing"),
        ("genesis", [], "expected an object"),
        ("genesis.runtimeGenesis", None, "is missing"),
        ("genesis.runtimeGenesis.patch", "x", "expected an object"),
        ("genesis.raw", "x", "expected an object"),
    ],
)
def test_a_malformed_spec_says_where(place: str, value: object, reason: str) -> None:
    with pytest.raises(ChainSpecError) as caught:
        chains.parse(changed(place, value), "mine.json")
    assert (caught.value.place, caught.value.reason) == (place, reason)
    assert str(caught.value) == f"mine.json, {place}: {reason}"


def test_a_heartbeat_is_a_number_of_seconds() -> None:
    text = changed("btsdk.blocks", {"mode": "on-demand", "heartbeat": -1})
    with pytest.raises(ChainSpecError, match="positive number of seconds"):
        chains.parse(text, "mine.json")


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ChainSpecError) as caught:
        chains.load("mainnet")
    assert caught.value.hint == "Give one of dev, fast, local, or a .json file."


@pytest.mark.parametrize("text", ["", "[]", "{", '"dev"'])
def test_what_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(ChainSpecError):
        chains.parse(text, "mine.json")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ChainSpecError, match="cannot be read"):
        chains.load(tmp_path / "none.json")
    binary = tmp_path / "binary.json"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ChainSpecError, match="not a text file"):
        chains.load(binary)
