"""Log lines: blocks as they always were, the rest with its time; or one JSON object each."""

from __future__ import annotations

import json
import logging
import re

import pytest

from btcli.commands.node.node_log import RESULTS, logging_as, say

OTHER = logging.getLogger("local_node.somewhere")


def fail() -> None:
    try:
        raise ValueError("the reason")
    except ValueError:
        OTHER.exception("it broke")


def test_lines_of_text(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_as("text", "info"):
        say("Imported #1 0x12 (1 extrinsics)", block=1)
        OTHER.warning("look at %s", "this")
        OTHER.debug("never said")
        fail()
    out, err = capsys.readouterr()
    assert re.fullmatch(r"\d\d:\d\d:\d\d Imported #1 0x12 \(1 extrinsics\)\n", out)
    first, *rest = err.splitlines()
    assert first[-len(" WARNING local_node.somewhere: look at this") :] == (
        " WARNING local_node.somewhere: look at this"
    )
    assert rest[0].endswith("ERROR local_node.somewhere: it broke")
    assert rest[-1] == "  ValueError: the reason"


def test_lines_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_as("json", "debug"):
        say("Imported #1", block=1, hash="0x12")
        OTHER.debug("now it is said")
        fail()
    out, err = capsys.readouterr()
    (block,) = map(json.loads, out.splitlines())
    assert (block["level"], block["message"], block["hash"]) == ("info", "Imported #1", "0x12")
    said, failed = map(json.loads, err.splitlines())
    assert (said["level"], said["logger"]) == ("debug", OTHER.name)
    assert failed["exception"].endswith("ValueError: the reason")
    assert {"time", "level", "logger", "message"} <= set(failed)


def test_nothing_stays_when_it_is_over(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    with logging_as("text", "debug"):
        assert len(root.handlers) == len(handlers) + 2
    assert (root.handlers, root.level) == (handlers, level)
    assert logging.getLogger("uvicorn").level == logging.NOTSET
    RESULTS.info("unheard")
    assert capsys.readouterr().out == ""


def test_other_peoples_loggers_are_quiet_unless_asked(capsys: pytest.CaptureFixture[str]) -> None:
    uvicorn = logging.getLogger("uvicorn.error")
    with logging_as("text", "info"):
        uvicorn.info("Started server process")
        uvicorn.warning("Something is wrong")
    assert "Started" not in (said := capsys.readouterr().err)
    assert "Something is wrong" in said
