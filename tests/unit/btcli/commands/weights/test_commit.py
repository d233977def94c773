"""`weights commit`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES

WORDS = ("weights", "commit", "--netuid", "2", "--uids", "0,1", "--weights", "2,1")


def kept(weighing: Cli) -> list[Path]:
    return sorted((weighing.home / "state" / "btsdk" / "weights").glob("*"))


def test_the_salt_is_kept_for_its_owner_alone(weighing: Cli) -> None:
    data = weighing.inside(*WORDS, *YES).data()
    file = Path(data["salt_file"])
    assert file in kept(weighing)
    assert file.stat().st_mode & 0o777 == 0o600
    assert data["commit_hash"].removeprefix("0x") in file.name
    assert "salt" not in str(data["preview"])


def test_nothing_is_kept_of_what_is_not_sent(weighing: Cli) -> None:
    before = kept(weighing)
    assert weighing.inside(*WORDS, "--dry-run", *YES).data()["salt_file"] is None
    declined = weighing.inside(*WORDS, "-w", "alice", stdin="n\n")
    assert declined.exit_code == 1
    assert kept(weighing) == before
