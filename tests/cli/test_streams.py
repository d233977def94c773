"""Streams that are closed, full, read by nobody, or in an encoding without τ.

What was done is never called failed: the exit code 5 is for what could not be reported.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from btsdk.keys import Keypair
from tests.cli.running import BTCLI, Cli, Done

BOB = Keypair.from_uri("//Bob").ss58_address
TRANSFER = ("wallet", "transfer", "-w", "alice", "--dest", BOB, "--amount", "1", "-y")
JSON = pytest.mark.parametrize("form", [(), ("--json-output",)], ids=["text", "json"])


def shell(cli: Cli, redirection: str, *words: str, stdin: str = "", **variables: str) -> Done:
    """Run a command through a shell; its exit code, also where it stands before a pipe."""
    code = cli.home / "code"
    script = f'{{ "$@" ; echo $? > {code} ; }} {redirection}'
    done = subprocess.run(
        ["bash", "-c", script, "bash", *BTCLI, *words],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=90,
        env={**cli.variables, **variables},
        check=False,
    )
    return Done(int(code.read_text()), done.stdout, done.stderr)


def block(cli: Cli) -> int:
    return int(cli("node", "status", "--json").data().get("block", 0))


@JSON
@pytest.mark.parametrize(
    ("redirection", "reason"),
    [
        (">/dev/full", "No space left on device"),
        (">&-", "Bad file descriptor"),
        ("| true", "Broken pipe"),
    ],
)
def test_done_and_not_reported_is_five(
    world: Cli, redirection: str, reason: str, form: tuple[str, ...]
) -> None:
    before = block(world)
    done = shell(world, redirection, *TRANSFER, *form)
    number = before + 1
    assert (done.exit_code, done.out) == (5, "")
    assert f"Error: done in block {number}; the result could not be written: {reason}" in done.err
    assert "Do not send it again. Transaction: 0x" in done.err
    assert "Traceback" not in done.err
    assert "Exception ignored" not in done.err
    assert block(world) == number


@pytest.mark.parametrize("redirection", ["<&- >&- 2>&-", ">/dev/full 2>/dev/full"])
def test_nobody_to_tell_is_five_too(world: Cli, redirection: str) -> None:
    before = block(world)
    assert shell(world, redirection, *TRANSFER).exit_code == 5
    assert block(world) == before + 1


@JSON
@pytest.mark.parametrize("redirection", ["2>/dev/full", "<&- 2>&-"])
def test_a_result_needs_standard_output_alone(
    world: Cli, redirection: str, form: tuple[str, ...]
) -> None:
    done = shell(world, redirection, *TRANSFER, *form)
    assert done.exit_code == 0
    assert (json.loads(done.out)["success"] if form else "done in block" in done.out) is True
    assert "Traceback" not in done.err


def test_only_submitted_is_told_as_well(world: Cli) -> None:
    done = shell(world, ">/dev/full", *TRANSFER, "--no-wait-for-inclusion", "--json")
    assert done.exit_code == 5
    assert "Error: sent; the result could not be written" in done.err
    assert "before you send it again" in done.err


def test_the_first_line_is_enough_for_a_reader(world: Cli) -> None:
    done = shell(world, "| head -1", *TRANSFER)
    assert done.out.startswith("done in block")
    assert "Traceback" not in done.err


@JSON
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
@pytest.mark.parametrize("words", ["wallet list", "config get"])
def test_what_only_looks_says_that_nobody_saw_it(
    world: Cli, words: str, redirection: str, form: tuple[str, ...]
) -> None:
    done = shell(world, redirection, *words.split(), *form)
    assert done.exit_code == 5
    assert done.err.startswith("Error: the result could not be written: ")
    assert "Traceback" not in done.err


@pytest.mark.parametrize("words", ["--help", "--version", "wallet list -h"])
def test_help_that_cannot_be_written_is_no_traceback(world: Cli, words: str) -> None:
    for redirection in (">/dev/full 2>&1", ">&-", ">&- 2>&-", "2>&-", "<&-"):
        done = shell(world, redirection, *words.split())
        assert done.exit_code in (0, 2, 5)
        assert "Traceback" not in done.err
        assert "Exception ignored" not in done.err


@JSON
def test_a_failure_keeps_its_code_whatever_happens_to_its_text(
    world: Cli, form: tuple[str, ...]
) -> None:
    assert shell(world, ">&- 2>&-", "wallet", "nonsense", *form).exit_code == 2
    for redirection in (">/dev/full", ">&-", "2>&-", ">/dev/full 2>/dev/full", "<&-"):
        words = ("wallet", "balance", "-w", "nobody", *form)
        done = shell(world, redirection, *words)
        assert done.exit_code == 4
        if "2>" not in redirection and (not form or ">" in redirection):
            assert "there is no such key file" in done.err


def test_a_question_without_standard_error_is_answered_by_nobody(world: Cli) -> None:
    before = block(world)
    words = [word for word in TRANSFER if word != "-y"]
    for redirection in ("2>&-", "2>/dev/full"):
        assert shell(world, redirection, *words, stdin="y\n").exit_code == 2
    assert shell(world, "<&-", *words).exit_code == 2
    assert block(world) == before
    assert shell(world, "", *words, stdin="y\n").exit_code == 0


def test_no_file_gets_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    """A chain file, its lock or its socket that was number 1 would take in what is printed."""
    program = (
        "import os, sys\nfrom btcli.main import main\nmain(['config', 'get'])\n"
        "opened = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)\n"
        "assert opened > 2, opened\n"
        "print('lost'); print('lost', file=sys.stderr); sys.exit(7)\n"
    )
    cli = Cli(tmp_path)
    for redirection in (">&-", "2>&-", "<&-", "<&- >&- 2>&-"):
        victim = tmp_path / "victim"
        done = subprocess.run(
            ["bash", "-c", f'"$@" {redirection}', "bash", sys.executable, "-c", program, victim],
            env=cli.variables,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode in (7, 120, 1), done
        assert victim.read_bytes() == b""


@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_a_mnemonic_that_the_result_cannot_carry_makes_no_key(cli: Cli, redirection: str) -> None:
    words = ("wallet", "new-hotkey", "-w", "w", "--hotkey", "h", "--no-use-password")
    asked = ("--n-words", "24", "--reveal-mnemonic", "--json-output")
    done = shell(cli, redirection, *words, *asked)
    assert done.exit_code == 4
    assert not list(cli.wallets.rglob("h"))
    assert not re.search(r"([a-z]{3,8}\W+){23}[a-z]{3,8}", done.err)


# Encodings


@pytest.fixture(scope="module")
def latin(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The locale `en_US.ISO-8859-1`, made here where the machine has none."""
    if shutil.which("localedef") is None:
        pytest.skip("no localedef on this machine")
    folder = tmp_path_factory.mktemp("locales")
    name = "en_US.ISO-8859-1"
    made = subprocess.run(
        ["localedef", "-i", "en_US", "-f", "ISO-8859-1", folder / name], check=False
    )
    if made.returncode != 0:
        pytest.skip("localedef has no sources on this machine")
    return {"LOCPATH": str(folder), "LC_ALL": name}


def in_bytes(cli: Cli, *words: str, **variables: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [*BTCLI, *words],
        capture_output=True,
        timeout=90,
        env={**cli.variables, **variables},
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


_ASCII = (
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "ascii:strict"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
)


@pytest.mark.parametrize("variables", _ASCII, ids=["ascii", "strict", "C"])
def test_an_encoding_without_tau_says_tao(world: Cli, variables: dict[str, str]) -> None:
    code, out, err = in_bytes(world, *TRANSFER, **variables)
    assert code == 0, err
    assert out.isascii()
    assert err.isascii()
    assert b"sends TAO 1.000000000 to " in err
    assert b"fee paid       TAO 0.000" in out


def test_the_locale_of_western_europe(world: Cli, latin: dict[str, str]) -> None:
    probe = "import sys; print(sys.stdout.encoding)"
    environment = {**world.variables, **latin}
    spoken = subprocess.run(
        [sys.executable, "-c", probe], env=environment, capture_output=True, text=True, check=True
    )
    assert "8859-1" in spoken.stdout
    code, out, err = in_bytes(world, *TRANSFER, **latin)
    assert code == 0, err
    assert b"fee paid       TAO 0.000" in out
    assert b"genesis 0x" in out
    code, out, err = in_bytes(world, "subnets", "list", **latin)
    assert code == 0, err
    assert b"apex alpha" in out
    assert b"\\u03a4" in out, "the symbol of root, a capital tau"


@pytest.mark.parametrize("variables", [{"LC_ALL": "C"}, *_ASCII, {"PYTHONIOENCODING": "latin-1"}])
def test_every_command_can_be_helped_and_refused(world: Cli, variables: dict[str, str]) -> None:
    for words in (("stake", "add", "--help"), ("--help",)):
        code, out, err = in_bytes(world, *words, **variables)
        assert (code, err) == (0, b"")
        if "PYTHONIOENCODING" in variables:
            assert out.isascii()
    code, out, err = in_bytes(world, "wallet", "transfer", "--amount", "τ…é\udcff", **variables)
    assert (code, out) == (2, b"")
    assert b"Traceback" not in err


@pytest.mark.parametrize("variables", [*_ASCII, {"LC_ALL": "C"}])
def test_json_is_the_same_in_every_encoding(world: Cli, variables: dict[str, str]) -> None:
    code, out, _ = in_bytes(world, "subnets", "list", "--json", **variables)
    assert code == 0
    assert out.isascii()
    subnets = {subnet["netuid"]: subnet for subnet in json.loads(out)["data"]["subnets"]}
    assert subnets[1]["symbol"] == "α"


@pytest.mark.parametrize("variables", _ASCII, ids=["ascii", "strict", "C"])
def test_a_table_on_a_terminal_without_tau(world: Cli, variables: dict[str, str]) -> None:
    with world.terminal("subnets", "list", **variables) as terminal:
        exit_code, shown = terminal.end()
    assert exit_code == 0
    assert shown.isascii()
    assert "TAO 1.000000" in shown


def test_bytes_that_are_no_text_are_a_wrong_answer(world: Cli) -> None:
    words = [word for word in TRANSFER if word != "-y"]
    done = subprocess.run(
        [*BTCLI, *words],
        input=b"\xff\xfe\n",
        capture_output=True,
        env=world.variables,
        check=False,
        timeout=90,
    )
    assert done.returncode == 2
    assert b"Answer y or n, not '\\udcff\\udcfe'." in done.stderr
    assert b"the question was not answered" in done.stderr


# A node


def test_a_node_runs_without_streams(tmp_path: Path) -> None:
    cli = Cli(tmp_path)
    code = tmp_path / "code"
    config = tmp_path / "node.json"
    words = ("node", "start", "--port", "0", "--config-out", str(config))
    script = f'"$@" <&- >&- 2>&- & echo $! > {code}'
    subprocess.run(["bash", "-c", script, "bash", *BTCLI, *words], env=cli.variables, check=True)
    from tests.wire import eventually

    try:
        eventually(config.exists)
        assert cli("node", "status", "--json").data()["running"]
    finally:
        assert cli("node", "stop", "--json").exit_code == 0
    assert os.path.getsize(cli.chain_file) > 0
    assert cli("node", "check", "--json").exit_code == 0
