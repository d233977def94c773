"""Every command is listed and explained; the quick answers say what the modules say."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.core import TyperCommand

from btcli import app, help
from btcli.catalogue import GROUPS, Group, every_command, find_group, find_verb
from tests.cli.running import COLUMNS, Cli

ROOT = Path(__file__).resolve().parent.parent.parent
COMMANDS_FOLDER = ROOT / "btcli" / "commands"
COMMANDS = list(every_command())
NAMES = [group.path(verb) for group, verb in COMMANDS]


def is_command(path: Path) -> bool:
    """Whether a module of a group is a command: the others are what its commands share."""
    return "@command(" in path.read_text()


@pytest.mark.parametrize(("group", "verb"), COMMANDS, ids=NAMES)
def test_the_catalogue_says_what_the_module_says(group: Group, verb: str) -> None:
    doc = importlib.import_module(group.module(verb)).__doc__
    assert doc is not None
    assert doc.split("\n")[0] == group.verbs[verb]


def test_every_module_is_in_the_catalogue() -> None:
    found = {
        " ".join((*path.relative_to(COMMANDS_FOLDER).parent.parts, path.stem.removesuffix("_")))
        for path in COMMANDS_FOLDER.rglob("*.py")
        if path.stem != "__init__" and is_command(path)
    }
    assert found == {name.replace("-", "_") for name in NAMES}


@pytest.mark.parametrize(("group", "verb"), COMMANDS, ids=NAMES)
def test_every_option_is_explained(group: Group, verb: str) -> None:
    silent = [
        param.name
        for param in app.load(group, verb).params
        if not getattr(param, "hidden", False) and not getattr(param, "help", None)
    ]
    assert silent == []


@pytest.mark.parametrize(("group", "verb"), COMMANDS, ids=NAMES)
def test_no_spelling_means_two_things(group: Group, verb: str) -> None:
    spellings = [
        spelling
        for param in app.load(group, verb).params
        for spelling in (*param.opts, *param.secondary_opts)
        if spelling.startswith("-")
    ]
    assert sorted(spellings) == sorted(set(spellings))


def test_commands_stay_small() -> None:
    long = {
        path.name: lines
        for path in COMMANDS_FOLDER.rglob("*.py")
        if is_command(path) and (lines := len(path.read_text().split("\n")) - 1) > 60
    }
    assert long == {}


def test_every_command_has_help(cli: Cli) -> None:
    """In one process: thirty interpreters would only measure Python."""
    program = (
        "import sys\nfrom btcli.main import main\n"
        "for words in sys.argv[1:]:\n"
        "    assert main([*words.split(), '--help']) == 0, words\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *NAMES],
        capture_output=True,
        text=True,
        env=cli.variables,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Usage: btcli ") == len(NAMES)


def test_help_of_the_root_and_of_groups(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", COLUMNS)
    assert cli("--help").out == help.root() + "\n"
    assert cli("w", "--help").out == help.of_group(GROUPS[0]) + "\n"
    assert cli("--commands").out.count("btcli ") == len(NAMES)


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_help_is_as_wide_as_the_terminal(cli: Cli, columns: int) -> None:
    """By words: a longer line has a single one, or an option's name."""
    program = (
        "from btcli.main import main\n"
        "for words in ('--help', '--commands', 'stake -h', 'stake add -h', 'node start -h'):\n"
        "    main(words.split())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={**cli.variables, "COLUMNS": str(columns)},
        check=True,
    )
    lines = done.stdout.splitlines()
    assert all(len(line) <= min(columns, 100) or " " not in line.strip() for line in lines)
    assert "most take --json-output." in " ".join(done.stdout.split())
    assert max(map(len, lines)) > min(columns, 100) * 0.8


def test_help_measures_the_terminal_itself(cli: Cli) -> None:
    with cli.terminal("--help", COLUMNS="") as terminal:
        terminal.resize(50)
        exit_code, shown = terminal.end()
    assert exit_code == 0
    assert max(map(len, shown.splitlines())) <= 50
    piped = cli("--help", COLUMNS="").out
    assert max(map(len, piped.splitlines())) <= 80


def test_version(cli: Cli) -> None:
    done = cli("--version")
    assert done.exit_code == 0
    assert done.out.startswith("btcli ")


def test_nothing_asked_is_wrong_usage(cli: Cli) -> None:
    done = cli()
    assert (done.exit_code, done.out) == (2, "")
    assert "Usage: btcli" in done.err


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("w", "wallet"), ("wallets", "wallet"), ("st", "stake"), ("s", "subnets"),
        ("subnet", "subnets"), ("c", "config"), ("conf", "config"),
    ],
)  # fmt: skip
def test_short_names_of_groups(alias: str, name: str) -> None:
    group = find_group(alias)
    assert group is not None
    assert group.name == name


def test_underscores_in_names_of_commands() -> None:
    assert find_verb(GROUPS[0], "new_coldkey") == "new-coldkey"
    assert find_verb(GROUPS[0], "newcoldkey") is None


_OLD_SPELLINGS = {
    "wallet transfer": "--wallet-name --name --wallet -w --wallet-path -p --network --chain "
    "--subtensor-network --subtensor-chain-endpoint --json-output --json-out --json --no-prompt "
    "--yes -y --no --quiet --verbose -q -v --dest --destination -d --amount -a --all "
    "--allow-death --period --era --wait-for-inclusion --no-wait-for-finalization --dry-run",
    "stake add": "--netuid --netuids -n --amount --all --all-tokens -a --hotkey -H "
    "--wallet-hotkey --include-hotkeys -in --hotkey-ss58-address --tolerance --rate-tolerance "
    "--limit --safe-staking --safe --unsafe --allow-partial-stake --partial --allow "
    "--mev-protection --no-mev-protection",
    "stake remove": "--amount -a --unstake-all --all --netuid --hotkey-ss58-address",
    "stake list": "--ss58 --coldkey-ss58 --key -k",
    "wallet regen-coldkey": "--mnemonic --seed -j --json-password --use-password "
    "--no-use-password --overwrite",
    "wallet new-coldkey": "--n-words --use-password --no-use-password --uri --overwrite",
    "wallet balance": "--ss58 --ss58-address --all -a",
    "wallet verify": "--message -m --signature -s --address --public-key -a",
    "subnets register": "--netuid --safe-register --safe --tolerance --limit --pow",
    "node start": "--chain --chain-file --fresh --port --daemon -d",
}


@pytest.mark.parametrize("name", _OLD_SPELLINGS)
def test_old_spellings_are_understood(name: str) -> None:
    group_name, _, verb = name.rpartition(" ")
    group = find_group(group_name)
    assert group is not None
    command: TyperCommand = app.load(group, verb)
    known = {s for param in command.params for s in (*param.opts, *param.secondary_opts)}
    assert set(_OLD_SPELLINGS[name].split()) - known == set()


def test_points_and_underscores_in_options(cli: Cli) -> None:
    done = cli("wallet", "list", "--wallet.path", str(cli.home), "--json_output")
    assert done.data()["path"] == str(cli.home)


def test_help_shows_one_spelling(cli: Cli) -> None:
    shown = cli("wallet", "transfer", "--help").out
    assert "--wallet-name, -w NAME" in shown
    assert "--subtensor" not in shown
    assert "--yes" not in shown


def test_completion_knows_the_commands(cli: Cli) -> None:
    words = {
        "_BTCLI_COMPLETE": "complete_bash",
        "COMP_WORDS": "btcli wallet new",
        "COMP_CWORD": "2",
    }
    assert cli(**words).out.split() == ["new-coldkey", "new-hotkey"]
    words |= {"COMP_WORDS": "btcli q", "COMP_CWORD": "1"}
    assert cli(**words).out.split() == ["query"]


@pytest.fixture
def shops(cli: Cli) -> Cli:
    """Two wallets; the first has two hotkeys."""
    for words in (("-w", "shop"), ("-w", "ship"), ("-w", "shop", "-H", "till")):
        made = ("create", *words) if words[-1] != "till" else ("new-hotkey", *words)
        assert cli.inside("wallet", *made, "--no-password", "-y").exit_code == 0
    return cli


def _completed(cli: Cli, shell: str, *words: str) -> list[str]:
    """What a shell is told, for the last word."""
    line = " ".join(("btcli", *words))
    asked = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words))},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    done = cli(_BTCLI_COMPLETE=f"complete_{shell}", **asked)
    assert done.err == ""
    if shell == "zsh":
        return re.findall(r'^ *"([^"\n]*)"', done.out.partition("((")[2], re.MULTILINE)
    return [line.split("\t")[0] for line in done.out.splitlines() if line]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_the_values(shops: Cli, shell: str) -> None:
    def completed(*words: str) -> list[str]:
        return _completed(shops, shell, *words)

    assert completed("wallet", "balance", "-w", "s") == ["ship", "shop"]
    assert completed("wallet", "balance", "--wallet-name", "sho") == ["shop"]
    assert completed("wallet", "transfer", "--dest", "sh") == ["ship", "shop"]
    assert completed("stake", "add", "-w", "shop", "--hotkey", "t") == ["till"]
    assert completed("stake", "add", "-w", "ship", "--hotkey", "d") == ["default"]
    assert completed("stake", "add", "-w", "shop", "-in", "till,d") == ["till,default"]
    assert completed("wallet", "balance", "--network", "f") == ["finney"]
    assert completed("node", "start", "--chain", "f") == ["fast"]
    assert completed("wallet", "balance", "-w", "x") == []
    assert not shops.chain_file.exists()


def test_completion_of_a_folder_that_is_not_there(cli: Cli) -> None:
    assert _completed(cli, "bash", "wallet", "balance", "-p", "/nowhere", "-w", "s") == []
    assert _completed(cli, "bash", "stake", "add", "-w", "nobody", "--hotkey", "d") == []


def test_help_names_an_argument_without_brackets(cli: Cli) -> None:
    assert "\n  NAME...  Settings" in cli.inside("config", "get", "--help").out
    assert "\n  BLOCKS  Number" in cli.inside("node", "advance", "--help").out
    assert "\n  FILE  Runtime" in cli.inside("node", "inspect", "--help").out
