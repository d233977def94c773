"""The same attacks on a person at a terminal: real `btcli` processes, a liar, an honest chain."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Done
from tests.security.conftest import HOTKEY, Honest
from tests.security.liar import Liar, always, exchanged_calls, lying, metadata_lie, without_check

HOT = HOTKEY.ss58_address
SWAPPED = exchanged_calls("SubtensorModule", "add_stake", "remove_stake")
STAKE = ("stake", "add", "--hotkey", HOT, "--netuid", "1", "--amount", "1", "--unsafe")

# A known network is made for the test where they all are, in `btsdk.networks`.
_AS_FINNEY = """
import sys
from btsdk.networks import NETWORKS, Network
endpoint, genesis = sys.argv[1:3]
NETWORKS["finney"] = Network("finney", (endpoint,), genesis)
del NETWORKS["archive"]
from btcli.main import main
sys.exit(main(sys.argv[3:]))
"""


class User:
    """Somebody with a wallet, a cache and a chain of their own."""

    def __init__(self, honest: Honest, home: Path) -> None:
        self.honest = honest
        self.variables = {
            **{name: value for name, value in os.environ.items() if not name.startswith("BTSDK_")},
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_STATE_HOME": str(home / ".local" / "state"),
            "BTSDK_CONFIG_FILE": str(home / "config.json"),
            "BTSDK_WALLET_PATH": str(honest.wallets),
            "BTSDK_WALLET_NAME": "alice",
            "BTSDK_CHAIN_FILE": str(honest.chain_file),
            "COLUMNS": "200",
        }

    def on(self, endpoint: str, *words: str, stdin: str = "") -> Done:
        """`btcli`, on a URL or on a network that is known as it is."""
        return self._run([sys.executable, "-m", "btcli", *words, "--network", endpoint], stdin)

    def run(self, *words: str) -> Done:
        """`btcli` as it is."""
        return self._run([sys.executable, "-m", "btcli", *words], "")

    def on_finney(
        self, endpoint: str, *words: str, stdin: str = "", network: str = "finney"
    ) -> Done:
        """`btcli`, with the honest chain as finney, whose own endpoint is this one."""
        start = [sys.executable, "-c", _AS_FINNEY, endpoint, self.honest.genesis]
        return self._run([*start, *words, "--network", network], stdin)

    def _run(self, command: list[str], stdin: str) -> Done:
        done = subprocess.run(
            command, input=stdin, capture_output=True, text=True, timeout=90, env=self.variables,
            check=False,
        )  # fmt: skip
        return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def user(honest: Honest, tmp_path: Path) -> User:
    return User(honest, tmp_path)


@pytest.mark.parametrize("network", ["url", "local"])
def test_a_look_through_a_liar_poisons_no_honest_endpoint(
    honest: Honest, user: User, network: str
) -> None:
    with lying(honest.endpoint, SWAPPED) as liar:
        assert user.on(liar.endpoint, "subnets", "list").exit_code == 0
    before = honest.stake()
    where = honest.endpoint if network == "url" else "local"
    data = user.on(where, *STAKE, "--no-prompt", "--json").data()
    assert "SubtensorModule.StakeAdded" in data["receipt"]["events"]
    assert honest.stake() > before


@pytest.mark.parametrize("warm", [False, True])
def test_through_a_liar_nothing_lands_and_the_error_says_why(
    honest: Honest, user: User, warm: bool
) -> None:
    before = honest.nonce()
    with lying(honest.endpoint, SWAPPED) as liar:
        if warm:
            user.on(liar.endpoint, "subnets", "list")
        done = user.on(liar.endpoint, *STAKE, "--no-prompt", "--json")
        assert done.exit_code == 1
        assert done.error()["code"] == "transaction_refused"
        assert "BadProof" in done.error()["message"]
        assert "use another endpoint" in done.error()["hint"]
    assert honest.nonce() == before


@pytest.mark.slow
@pytest.mark.parametrize("network", ["finney", "url"])
@pytest.mark.parametrize("warm", [False, True])
def test_a_known_network_asks_for_more_than_a_yes(
    honest: Honest, user: User, network: str, warm: bool
) -> None:
    before = honest.nonce()
    with lying(honest.endpoint, SWAPPED) as liar:
        where = liar.endpoint if network == "url" else "finney"

        def on(*words: str, stdin: str = "") -> Done:
            return user.on_finney(liar.endpoint, *words, stdin=stdin, network=where)

        if warm:
            on("subnets", "list")
        done = on(*STAKE, "--no-prompt", "--json")
        assert done.exit_code == 2
        assert done.json()["network"] == "finney"
        assert done.error()["code"] == "needs_confirmation"
        assert "add_stake is declared as call 7.2" in done.error()["message"]
        assert "--accept-differences" in done.error()["hint"]
        for answer in ("y\n", "n\n", ""):
            asked = on(*STAKE, stdin=answer)
            assert asked.exit_code in (1, 2)
            assert "add_stake is declared as call 7.2" in asked.err
            assert "network finney" in asked.err
        for words, typed in (((), "differs\ny\n"), (("--accept-differences", "--yes"), "")):
            done = on(*STAKE, *words, stdin=typed)
            assert done.exit_code == 1
            assert "BadProof" in done.err
        dry = on(*STAKE, "--dry-run", "--json").data()
        assert len(dry["preview"]["differences"]) == 1
    assert honest.nonce() == before


def test_an_honest_endpoint_of_a_known_chain_has_its_name(honest: Honest, user: User) -> None:
    done = user.on_finney(honest.endpoint, *STAKE, "--no-prompt", "--json", network=honest.endpoint)
    assert done.data()["preview"]["differences"] == []
    assert done.json()["network"] == "finney"
    shown = user.on_finney(honest.endpoint, *STAKE, "--dry-run", network=honest.endpoint).err
    assert "network finney (chain dev" in shown
    assert "nonce" in shown


def test_who_switches_the_check_off_is_told_before_and_after(honest: Honest, user: User) -> None:
    with lying(honest.endpoint, SWAPPED) as liar:
        user.on(liar.endpoint, "subnets", "list")
        liar.asked.clear()
        done = user.on(liar.endpoint, *STAKE, "--no-check-metadata", "--no-prompt")
        assert "state_call" in liar.asked
    assert done.exit_code == 5
    assert "the check of the metadata is off: " in done.err
    assert "THE CHAIN DID SOMETHING ELSE THAN WAS SHOWN" in done.err
    assert "SubtensorModule.StakeRemoved" in done.err


def test_the_loud_error_names_the_block(honest: Honest, user: User) -> None:
    with lying(honest.endpoint, SWAPPED) as liar:
        done = user.on(liar.endpoint, *STAKE, "--no-check-metadata", "--no-prompt", "--json")
    error = done.error()
    assert error["code"] == "unexpected_outcome"
    assert error["block_hash"].startswith("0x")
    assert error["extrinsic_hash"].startswith("0x")


def _elsewhere(method: str, params: Any, result: Any) -> Any:
    return "0x" + "77" * 32 if method == "chain_getBlockHash" and params == [0] else result


_CANNOT = {
    "code": 1011,
    "message": "Unknown Transaction Validity",
    "data": "Could not lookup information required to validate the transaction",
}


@pytest.mark.parametrize("name", ["genesis", "spec", "check", "lookup"])
def test_no_other_lie_makes_anything_land(honest: Honest, user: User, name: str) -> None:
    lies = {
        "genesis": [_elsewhere],
        "spec": [
            always(
                "state_getRuntimeVersion",
                {"specName": "node-subtensor", "specVersion": 9, "transactionVersion": 1},
            )
        ],
        "check": [metadata_lie(without_check)],
        "lookup": [],
    }
    before = honest.nonce()
    with lying(honest.endpoint, *lies[name]) as liar:
        if name == "lookup":
            liar.refuse = {"author_submitAndWatchExtrinsic": _CANNOT}
        done = user.on(liar.endpoint, *STAKE, "--no-prompt", "--json")
        assert done.exit_code == 1
        assert done.error()["code"] == "transaction_refused"
        if name == "lookup":
            assert "--no-check-metadata" in done.error()["hint"]
        if name == "check":
            assert "does not check the metadata" in _shown(user, liar)
    assert honest.nonce() == before


def test_a_fee_that_was_lied_about_is_told(honest: Honest, user: User) -> None:
    with lying(honest.endpoint, always("payment_queryInfo", {"partialFee": "1"})) as liar:
        done = user.on(liar.endpoint, *STAKE, "--no-prompt")
    assert done.exit_code == 0
    assert "the preview showed τ0.000000001" in done.out
    assert "before" not in user.on(honest.endpoint, *STAKE, "--no-prompt").out


def _shown(user: User, liar: Liar) -> str:
    return json.dumps(user.on(liar.endpoint, *STAKE, "--dry-run", "--json").data()["preview"])
