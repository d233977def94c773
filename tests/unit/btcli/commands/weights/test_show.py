"""`weights show`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_what_is_not_there(weighing: Cli) -> None:
    for words in (("-n", "77"), ("-n", "2", "--mechid", "9"), ("-n", "2", "--uid", "99")):
        error = weighing.inside("weights", "show", *words, "--json").error()
        assert error["code"] == "not_found", words
    assert "has set no weights" in weighing.inside("weights", "show", "-n", "2", "--uid", "1").out
    (row,) = weighing.inside("weights", "show", "-n", "2", "--uid", "1", "--json").data()["rows"]
    assert (row["uid"], row["uids"], row["weights"]) == (1, [], [])
