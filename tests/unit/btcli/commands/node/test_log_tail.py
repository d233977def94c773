"""A log that is followed: whole lines alone, through a new beginning, until the node ends."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from btcli.commands.node.log_tail import show
from btcli.output import Output
from btsdk.errors import UsageError
from local_node.embedded.chain_file import lock_chain_file
from tests.wire import eventually


@dataclass
class Screen(Output):
    """What was said, line by line."""

    lines: list[str] = field(default_factory=list)

    def line(self, text: str) -> None:
        self.lines.append(text)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    written = tmp_path / "dev.chain.log"
    written.write_text("one\ntwo\nthree\n")
    return written


@pytest.mark.parametrize(
    ("count", "lines"), [(2, ["two", "three"]), (9, ["one", "two", "three"]), (0, [])]
)
def test_the_last_lines(tmp_path: Path, log: Path, count: int, lines: list[str]) -> None:
    result = show(Output(), tmp_path / "dev.chain", log, count, follow=False)
    assert result is not None
    assert result.data == {"log": str(log), "lines": lines}
    assert "\n".join(block.plain() for block in result.blocks) == "\n".join(lines)


def test_a_log_is_followed_until_the_node_ends(tmp_path: Path, log: Path) -> None:
    path, screen = tmp_path / "dev.chain", Screen()
    held = lock_chain_file(path, "dev")
    held.describe(is_node=True)
    following = threading.Thread(target=show, args=(screen, path, log, 1), kwargs={"follow": True})
    following.start()
    eventually(lambda: screen.lines == ["three"])
    with log.open("a") as more:
        more.write("fo")
        more.flush()
        more.write("ur\nfive\nsi")
        more.flush()
        eventually(lambda: screen.lines == ["three", "four", "five"])
        more.write("x\n")
    eventually(lambda: screen.lines[-1] == "six")
    log.write_text("anew\n")
    eventually(lambda: screen.lines[-1] == "anew")
    with log.open("a") as more:
        more.write("its last word\n")
    held.release()
    following.join(30)
    assert not following.is_alive()
    assert screen.lines[1:] == ["four", "five", "six", "anew", "its last word"]


def test_a_log_that_nobody_writes_is_at_its_end(tmp_path: Path, log: Path) -> None:
    screen = Screen()
    assert show(screen, tmp_path / "dev.chain", log, 1, follow=True) is None
    assert screen.lines == ["three"]


def test_a_log_that_goes_on_is_no_document(tmp_path: Path, log: Path) -> None:
    with pytest.raises(UsageError):
        show(Output(as_json=True), tmp_path / "dev.chain", log, 1, follow=True)
