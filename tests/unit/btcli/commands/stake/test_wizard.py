"""`stake wizard` on a terminal of its own, and with piped answers."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.units import Tao
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB, SECOND, YES, stakes

DEFAULT = Keypair.from_uri("//Alice//hot").ss58_address
WORDS = ("stake", "wizard", "-w", "alice", "--tolerance", "0.9")


def run(world: Cli, *answers: str) -> str:
    """Answer the questions; what was shown beside the result."""
    done = world.inside(*WORDS, stdin="".join(f"{answer}\n" for answer in answers))
    assert done.exit_code == 0, done
    return done.err


def number(world: Cli, netuid: int) -> str:
    """The number of the default hotkey's stake on a subnet, as the wizard lists it."""
    rows = sorted(stakes(world), key=lambda place: (place[1], place[0]))
    return str(rows.index((DEFAULT, netuid)) + 1)


def test_each_action_and_the_command_that_does_the_same(world: Cli) -> None:
    shown = run(world, number(world, 1), "move", "second", "", "0.5", "y")
    assert stakes(world)[SECOND.ss58_address, 1].decimal() == "0.500000000"
    assert f"--dest {SECOND.ss58_address} --dest-netuid 1 --amount 0.5" in shown
    before = stakes(world)
    run(world, number(world, 1), "s", "1", "77", "2", "0.25", "y")
    after = stakes(world)
    assert sum(amount.rao for (_, on), amount in before.items() if on == 2) < sum(
        amount.rao for (_, on), amount in after.items() if on == 2
    )
    run(world, number(world, 2), "transfer", "nobody", BOB, "2", "0.125", "y")
    assert {amount.decimal() for amount in stakes(world, BOB).values()} == {"0.125000000"}
    shown = run(world, number(world, 2), "remove", "0.125", "y")
    (line,) = [line for line in shown.splitlines() if line.startswith("Command: ")]
    again = line.removeprefix("Command: btcli ").split()
    assert world.inside(*again, "--dry-run", *YES[2:]).data()["netuid"] == 2


def test_it_only_asks(world: Cli) -> None:
    error = world.inside(*WORDS, "--json").error()
    assert error["code"] == "needs_confirmation"
    assert "stake move" in error["hint"]
    assert world.inside(*WORDS, "-y").exit_code == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ([], "Stake (a number"),
        (["1"], "What to do"),
        (["1", "move"], "Hotkey to receive it"),
        (["1", "transfer", BOB], "Netuid to receive it"),
        (["1", "remove"], "Amount of"),
        (["1", "remove", "0.1"], "Sign and submit?"),
    ],
)
def test_ctrl_c_at_each_question_leaves_nothing_half_done(
    world: Cli, answers: list[str], question: str
) -> None:
    before = stakes(world)
    with world.terminal(*WORDS) as terminal:
        for asked, answer in zip(
            ("Stake (a number", "What to do", ": ", ": "), answers, strict=False
        ):
            terminal.until(asked)
            terminal.press(f"{answer}\n")
        terminal.until(question)
        terminal.press("\x03")
        exit_code, shown = terminal.end()
    assert exit_code == 130
    assert "Error: interrupted; nothing was signed" in shown
    assert "Traceback" not in shown
    assert stakes(world) == before


def test_on_a_terminal(world: Cli) -> None:
    before = stakes(world)
    with world.terminal(*WORDS) as terminal:
        terminal.until("Stake (a number")
        terminal.press("9\n")
        terminal.until("invalid choice")
        terminal.press(f"{number(world, 1)}\n")
        terminal.until("What to do")
        terminal.press("move\n")
        terminal.until("Hotkey to receive it (default, second, or an address)")
        terminal.press("second\n")
        terminal.until("Netuid to receive it [1]")
        terminal.press("\n")
        terminal.until("Amount of")
        terminal.press("0.1\n")
        terminal.until("Sign and submit?")
        terminal.press("y\n")
        exit_code, shown = terminal.end()
    assert exit_code == 0, shown
    there = SECOND.ss58_address, 1
    assert stakes(world)[there] > before.get(there, Tao.zero())
