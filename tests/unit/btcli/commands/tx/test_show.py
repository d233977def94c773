"""`tx show`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.spellings import ALICE, BOB


def test_all_that_is_signed_is_shown(world: Cli, built: str) -> None:
    done = world.inside("tx", "show", built)
    assert done.exit_code == 0
    payload = json.loads(Path(built).read_text())["payload"]
    for part in (
        "Balances.transfer_keep_alive", f"{BOB} (bob)", "τ1.500000000", f"{ALICE} (alice)",
        payload["call"], payload["genesis_hash"], payload["era_block_hash"],
        payload["metadata_hash"], str(payload["spec_version"]), "none yet",
    ):  # fmt: skip
        assert part in done.out


def test_it_is_read_from_standard_input_and_from_a_document(world: Cli, built: str) -> None:
    alone = Path(built).read_text()
    document = json.dumps({"success": True, "data": {"transaction": json.loads(alone)}})
    shown = [
        world.inside("tx", "show", "-", "--json", stdin=text).data() for text in (alone, document)
    ]
    assert shown[0] == shown[1] == world.inside("tx", "show", built, "--json").data()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("tx", "show", "/nowhere"), "usage_error"),
        (("tx", "show", "-"), "offline_transaction_error"),
    ],
)
def test_what_is_no_transaction(world: Cli, words: tuple[str, ...], code: str) -> None:
    done = world.inside(*words, "--json", stdin="hello")
    assert (done.exit_code, done.error()["code"]) == (2, code)
