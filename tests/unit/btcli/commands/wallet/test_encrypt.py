"""`btcli wallet encrypt`: a key file, or a message if there is a word of one."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--to", "alice"), "--message is missing"),
        (("-m", "hello"), "--to is missing"),
        ((), "no password to encrypt it with"),
    ],
)
def test_what_is_missing(alice: Cli, words: tuple[str, ...], reason: str) -> None:
    done = alice.inside("wallet", "encrypt", "-w", "alice", *words, "--json")
    assert reason in done.error()["message"]


def test_the_message_is_asked_for(alice: Cli) -> None:
    address = "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu"
    done = alice.inside("wallet", "encrypt", "--to", address, stdin="hello\n")
    assert (done.exit_code, "Message to encrypt: " in done.err) == (0, True)
