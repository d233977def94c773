"""`btcli node reset`."""

from __future__ import annotations

from local_node.embedded.chain_file import lock_chain_file
from tests.cli.running import Cli

RESET = ("node", "reset")


def test_without_a_chain_there_is_nothing_to_delete(cli: Cli) -> None:
    data = cli.inside(*RESET, "--json").data()
    assert data == {"chain_file": str(cli.chain_file), "deleted": False}
    assert cli.inside(*RESET).out == f"There is no chain in {cli.chain_file}.\n"


def test_only_a_yes_deletes_it(cli: Cli) -> None:
    cli.chain_file.write_bytes(b"a chain")
    for stdin, more in (("n\n", ()), ("", ()), ("y\n", ("--no",))):
        assert cli.inside(*RESET, *more, stdin=stdin).exit_code in (1, 2)
    assert cli.chain_file.read_bytes() == b"a chain"
    done = cli.inside(*RESET, stdin="y\n")
    assert (done.exit_code, done.out) == (0, f"Deleted {cli.chain_file}.\n")
    assert "with everything on it? [y/N]" in done.err
    assert not cli.chain_file.exists()


def test_a_node_keeps_its_chain(cli: Cli) -> None:
    cli.chain_file.write_bytes(b"a chain")
    held = lock_chain_file(cli.chain_file, "dev")
    held.describe(is_node=True)
    try:
        done = cli.inside(*RESET, "-y", "--json")
    finally:
        held.release()
    assert (done.exit_code, done.error()["code"]) == (3, "chain_file_error")
    assert cli.chain_file.read_bytes() == b"a chain"
