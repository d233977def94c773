"""`btcli wallet decrypt`. The tests of its two modules decrypt."""

from __future__ import annotations

from tests.cli.running import Cli


def test_an_unencrypted_key_file(alice: Cli) -> None:
    done = alice.inside("wallet", "decrypt", "-w", "alice", "-y", "--json")
    assert (done.exit_code, done.error()["code"]) == (2, "usage_error")
    assert "is not encrypted" in done.error()["message"]
