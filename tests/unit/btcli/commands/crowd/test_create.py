"""`btcli crowd create`."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.commands.crowd.lending import ALICE, ALICES, CHARLIE, YES

CALL = ("--custom-call-pallet", "System", "--custom-call-method", "remark")


def test_for_an_account(world: Cli) -> None:
    data = world.inside(*ALICES, "--target-address", CHARLIE, *YES).data()
    loan = data["crowdloan"]
    assert loan["id"] == data["crowdloan_id"]
    assert (loan["kind"], loan["status"], loan["target"]) == ("fundraising", "active", CHARLIE)
    assert (loan["creator"], loan["raised_tao"]) == (ALICE, "10.000000000")
    assert loan["min_contribution_tao"] == "0.100000000"  # the least that the chain allows
    assert loan["end"] == data["receipt"]["block_number"] + 100


def test_for_the_lease_of_a_subnet(world: Cli) -> None:
    words = ("--subnet-lease", "--emissions", "30", "--lease-end", "500000", "--min", "1")
    data = world.inside(*ALICES, *words, *YES).data()
    assert data["crowdloan"]["kind"] == "subnet"
    assert "emissions_share=30, end_block=500000" in data["crowdloan"]["call"]
    assert data["preview"]["warnings"] == []


def test_for_any_call(world: Cli) -> None:
    data = world.inside(*ALICES, *CALL, "--custom-call-args", '{"remark": "x"}', *YES).data()
    assert (data["crowdloan"]["kind"], data["crowdloan"]["call"]) == (
        "call",
        "System.remark(remark='x')",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "one purpose"),
        (("--subnet-lease",), "needs --emissions-share"),
        (("--emissions-share", "5"), "need --subnet-lease"),
        (("--target", CHARLIE, *CALL), "one purpose"),
        (("--target", CHARLIE, "--end", "900"), "either --duration or --end"),
        (CALL[:2], "needs --custom-call-pallet and"),
        ((*CALL, "--custom-call-args", "["), "not JSON"),
        ((*CALL, "--custom-call-args", "[]"), "a JSON object"),
        ((*CALL, "--custom-call-args", '{"other": 1}'), "other"),
        (("--target", "nobody"), "neither an ss58 address"),
    ],
)
def test_what_is_refused(world: Cli, words: tuple[str, ...], said: str) -> None:
    done = world.inside(*ALICES, *words, *YES)
    assert (done.exit_code, said in done.error()["message"]) == (2, True), done


def test_a_dry_run_opens_nothing(world: Cli) -> None:
    data = world.inside(*ALICES, "--target", CHARLIE, "--dry-run", "--json").data()
    assert data["crowdloan_id"] is data["crowdloan"] is None
