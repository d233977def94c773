"""On a terminal: tables, questions, passwords without echo, Ctrl-C."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.passwords import Given
from tests.cli.running import Cli

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


_TRANSFER = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1")


def locked(cli: Cli) -> None:
    """A wallet of Charlie's with a password; made once in a home."""
    if (cli.wallets / "locked").exists():
        return
    wallet = Wallet("locked", path=cli.wallets, kdf=encryption.TESTING)
    wallet.regenerate_coldkey(Keypair.from_uri("//Charlie"), Given("open sesame"))


def test_tables_on_a_terminal_plain_text_in_a_pipe(world: Cli) -> None:
    with world.terminal("wallet", "list") as terminal:
        exit_code, shown = terminal.end()
    assert exit_code == 0
    assert "\x1b[" in terminal.raw
    assert "─" in shown
    piped = world("wallet", "list").out
    assert "\x1b" not in piped
    assert "─" not in piped
    for text in (shown, piped):
        assert ALICE in text


def test_a_narrow_terminal_loses_no_part_of_an_address(world: Cli) -> None:
    with world.terminal("wallet", "balance", "--ss58", ALICE, COLUMNS="60") as terminal:
        _, shown = terminal.end()
    assert ALICE in shown
    assert "…" not in shown.split("network")[0]


def test_json_is_neither_coloured_nor_wrapped(world: Cli) -> None:
    with world.terminal("wallet", "list", "--json", COLUMNS="20") as terminal:
        _, shown = terminal.end()
    assert "\x1b" not in terminal.raw
    assert f'"{ALICE}"' in shown


def test_effect_fee_and_chain_are_shown_before_the_question(world: Cli) -> None:
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1.5")
    with world.terminal(*words) as terminal:
        shown = terminal.until("Sign and submit? [y/N]")
        terminal.press("n\n")
        exit_code, after = terminal.end()
    assert "sends τ1.500000000 to" in shown
    assert "fee" in shown
    assert "network local (chain dev, genesis 0x" in shown
    assert exit_code == 1
    assert "declined; nothing was done" in after


def test_the_password_is_asked_once_unseen_and_after_the_question(world: Cli) -> None:
    locked(world)
    words = ("wallet", "transfer", "-w", "locked", "--dest", "alice", "--amount", "1")
    with world.terminal(*words) as terminal:
        before = terminal.until("Sign and submit? [y/N]")
        assert "Password" not in before
        terminal.press("y\n")
        terminal.until("Password for")
        terminal.press("open sesame\n")
        exit_code, shown = terminal.end()
    assert exit_code == 0, shown
    assert shown.count("Password for") == 1
    assert "sesame" not in shown
    assert "done in block" in shown


def test_a_wrong_password_sends_nothing(world: Cli) -> None:
    locked_cli = Cli(world.home)
    words = ("wallet", "transfer", "-w", "locked", "--dest", "alice", "--amount", "1", "-y")
    with locked_cli.terminal(*words, BTSDK_WALLET_PASSWORD="no") as terminal:
        exit_code, shown = terminal.end()
    assert exit_code == 4
    assert "done in block" not in shown


def test_a_wrong_password_may_be_typed_three_times(cli: Cli) -> None:
    words = ("wallet", "change-password", "-w", "locked")
    locked(cli)
    with cli.terminal(*words) as terminal:
        for asked in (1, 2, 3):
            terminal.until("/coldkey: ", times=asked)
            terminal.press("wrong\n")
        exit_code, shown = terminal.end()
    assert exit_code == 4
    assert "2 tries left" in shown
    assert "One try left" in shown
    assert shown.count("Password for") == 3
    assert "New password" not in shown


def test_a_new_password_is_asked_twice(cli: Cli) -> None:
    words = ("wallet", "change-password", "-w", "locked")
    locked(cli)
    with cli.terminal(*words) as terminal:
        terminal.until("Password for")
        terminal.press("open sesame\n")
        terminal.until("New password for")
        terminal.press("another sesame\n")
        terminal.until("Repeat it:")
        terminal.press("another sesame\n")
        exit_code, shown = terminal.end()
    assert exit_code == 0, shown
    assert "sesame" not in shown


def test_no_prompt_skips_the_question_and_not_the_password(world: Cli) -> None:
    locked(Cli(world.home))
    words = ("wallet", "transfer", "-w", "locked", "--dest", "alice", "--amount", "1", "-y")
    with world.terminal(*words) as terminal:
        for asked, typed in enumerate(("\n", "wrong\n", " open sesame \n"), 1):
            terminal.until("/coldkey: ", times=asked)
            terminal.press(typed)
        exit_code, shown = terminal.end()
    assert exit_code == 0, shown
    assert "Type the password, or press Ctrl-C to stop." in shown
    assert "That password does not open it. 2 tries left." in shown
    assert "[y/N]" not in shown
    assert "BTSDK_WALLET_PASSWORD" not in shown
    assert "done in block" in shown


def test_no_prompt_without_a_terminal_says_how_to_give_the_password(world: Cli) -> None:
    words = ("wallet", "transfer", "-w", "locked", "--dest", "alice", "--amount", "1", "-y")
    done = world(*words)
    assert done.exit_code == 4
    assert "$BTSDK_WALLET_PASSWORD" in done.err


def test_an_answer_that_is_neither_yes_nor_no_is_asked_again(world: Cli) -> None:
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1")
    with world.terminal(*words) as terminal:
        terminal.until("Sign and submit? [y/N]")
        terminal.press("maybe\n")
        terminal.until("Answer y or n, not 'maybe'.")
        terminal.press("YES\n")
        exit_code, shown = terminal.end()
    assert exit_code == 0, shown
    with world.terminal(*words) as terminal:
        for _ in range(3):
            terminal.press("maybe\n")
        exit_code, shown = terminal.end()
    assert exit_code == 1
    assert shown.count("[y/N]") == 3
    assert "nothing was done" in shown


def test_ctrl_c_at_a_question(world: Cli) -> None:
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1")
    with world.terminal(*words) as terminal:
        terminal.until("Sign and submit? [y/N]")
        terminal.press("\x03")
        exit_code, shown = terminal.end()
    assert exit_code == 130
    assert "Traceback" not in shown
    assert "\nError: interrupted; nothing was signed\n" in shown


@pytest.mark.parametrize("word", ["sign", "regen-coldkey"])
def test_ctrl_c_at_a_hidden_question(cli: Cli, word: str) -> None:
    locked(cli)
    words = {
        "sign": ("wallet", "sign", "-w", "locked", "--message", "hello"),
        "regen-coldkey": ("wallet", "regen-coldkey", "-w", "other"),
    }[word]
    with cli.terminal(*words) as terminal:
        terminal.until(": ")
        terminal.press("\x03")
        exit_code, shown = terminal.end()
    assert exit_code == 130
    assert "\nError: interrupted\n" in shown


def test_no_answer_ends_the_line_of_its_question(world: Cli) -> None:
    with world.terminal(*_TRANSFER) as terminal:
        terminal.until("[y/N]")
        terminal.press("\x04")
        exit_code, shown = terminal.end()
    assert exit_code == 2
    assert "\nError: the question was not answered\n" in shown
    assert "\nError: declined; " in world(*_TRANSFER, stdin="n\n").err


@pytest.mark.parametrize("columns", [40, 80])
def test_hashes_and_addresses_never_break(world: Cli, columns: int) -> None:
    words = (*_TRANSFER, "-y")
    with world.terminal(*words, COLUMNS=str(columns)) as terminal:
        exit_code, shown = terminal.end()
    assert exit_code == 0
    assert len(re.findall(r"^ *0x[0-9a-f]{64}$", shown, re.MULTILINE)) == 2
    assert ALICE in shown
    _assert_wrapped_by_words(shown, columns)
    words = ("wallet", "sign", "-w", "alice", "--message", "m", "--use-hotkey")
    with world.terminal(*words, COLUMNS=str(columns)) as terminal:
        exit_code, shown = terminal.end()
    assert exit_code == 0
    assert re.search(r"^ *(0x)?[0-9a-f]{128}$", shown, re.MULTILINE)


@pytest.mark.parametrize("columns", [40, 80])
def test_prose_wraps_between_words(world: Cli, columns: int) -> None:
    words = ("stake", "add", "-w", "alice", "--netuid", "1", "--amount", "0.1", "--dry-run")
    with world.terminal(*words, COLUMNS=str(columns)) as terminal:
        exit_code, shown = terminal.end()
    assert exit_code == 0
    assert "Price limit: the price is" in " ".join(shown.split())
    assert "else nothing is traded." in " ".join(shown.split())
    _assert_wrapped_by_words(shown, columns)
    for refused in (("wallet", "transfer", "--dest", "nobody", "--amount", "1"), ("wallet", "lst")):
        with world.terminal(*refused, COLUMNS=str(columns)) as terminal:
            _, shown = terminal.end()
        _assert_wrapped_by_words(shown, columns)


def test_a_title_wider_than_its_table_is_not_folded(world: Cli) -> None:
    with world.terminal("stake", "list", "--ss58", ALICE, COLUMNS="60") as terminal:
        _, shown = terminal.end()
    assert ALICE in shown


def _assert_wrapped_by_words(shown: str, columns: int) -> None:
    for line in shown.splitlines():
        assert len(line) <= columns or " " not in line.strip(), line


def test_a_page_for_each_hotkey_with_prompt(world: Cli) -> None:
    hotkeys = [Keypair.from_uri(f"//pages//{number}").ss58_address for number in range(2)]
    for hotkey in hotkeys:
        words = ("--hotkey", hotkey, "--netuid", "1")
        world.inside("subnets", "register", "-w", "bob", *words, "-y")
        world.inside("stake", "add", "-w", "bob", *words, "--amount", "0.1", "--unsafe", "-y")
    with world.terminal("stake", "list", "-w", "bob", "--prompt") as terminal:
        shown = terminal.until("Press Enter for the next hotkey.")
        assert sum(hotkey in shown for hotkey in hotkeys) == 1
        terminal.press("\n")
        exit_code, shown = terminal.end()
    assert exit_code == 0
    assert all(hotkey in shown for hotkey in hotkeys)


def test_a_search_shows_its_rate_and_stops_with_ctrl_c(tmp_path: Path, world: Cli) -> None:
    hard = tmp_path / "hard.json"
    hard.write_text(_with_difficulty(10**15))
    cli = Cli(world.home, {"BTSDK_CHAIN_FILE": str(tmp_path / "hard.chain")})
    with cli.terminal("node", "start", "--chain", str(hard), "--port", "0") as node:
        node.until("endpoint")
        words = ("subnets", "register", "-w", "alice", "--netuid", "1", "--pow", "-y")
        with cli.terminal(*words) as terminal:
            shown = terminal.until(" expected, ")
            terminal.press("\x03")
            exit_code, shown = terminal.end()
        assert exit_code == 130
        assert "seals/s, " in shown
        assert ", difficulty 1,000,000,000,000,000, " in shown
        assert "Traceback" not in shown
        node.press("\x03")
        assert node.end()[0] == 0


def _with_difficulty(difficulty: int) -> str:
    import json

    from chain_spec import chains

    spec = json.loads(chains.load("dev").text)
    subnets = spec["genesis"]["runtimeGenesis"]["patch"]["subtensorModule"]["subnets"]
    subnets["1"]["storage"]["Difficulty"] = difficulty
    spec["btsdk"]["chain"] = "hard"
    return json.dumps(spec)
