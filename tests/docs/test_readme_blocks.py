"""The README's terminal section and its Python sample, one after the other, in an empty home.

A person at a terminal follows them: types `y` at each question, and the password where it is asked
for.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.cli.running import Terminal

pytestmark = pytest.mark.slow

README = (Path(__file__).parents[2] / "README.md").read_text()
PASSWORD = "correct horse battery"
_QUESTION = re.compile(r"(?:assword for \S+|Repeat it|\[y/N\]): ?$|\[y/N\] ?$")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def variables(home: Path) -> dict[str, str]:
    """Of a new user, who has installed btsdk and set nothing."""
    own = ("BTSDK_", "BT_PW_", "XDG_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**kept, "HOME": str(home), "PATH": path, "TERM": "xterm", "COLUMNS": "120"}


def followed(home: Path, command: list[str]) -> tuple[int, str]:
    """Run a program on a terminal, and answer all that it asks."""
    answered = 0
    with Terminal(command, variables(home)) as terminal:
        while terminal.more(240):
            shown = terminal.text
            asked = _QUESTION.search(shown)
            if asked and len(shown) > answered:
                terminal.press("y\n" if "[y/N]" in asked[0] else PASSWORD + "\n")
                answered = len(shown) + 1
        return terminal.end()


def blocks(section: str, language: str = "") -> list[str]:
    text = README.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_terminal_section(home: Path) -> None:
    install, use = blocks("In the terminal")
    assert "pip install ." in install
    for line in use.splitlines():
        assert line.startswith("btcli "), line
        exit_code, shown = followed(home, ["bash", "-c", line])
        assert exit_code == 0, f"{line}\n{shown}"
        assert PASSWORD not in shown


def test_the_python_sample_goes_on_from_there(home: Path) -> None:
    (sample,) = blocks("In Python", "python")
    script = home / "sample.py"
    script.write_text(sample)
    for _ in range(2):  # a second time, too
        exit_code, shown = followed(home, [sys.executable, str(script)])
        assert exit_code == 0, shown
        assert "is recycled" in shown
