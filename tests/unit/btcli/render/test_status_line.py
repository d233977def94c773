"""The line at the foot of a node's terminal."""

from __future__ import annotations

import io
import sys

import pytest

from btcli.render.status_line import status_line
from local_node.process.node import NodeStatus


def shown(status: NodeStatus, monkeypatch: pytest.MonkeyPatch, columns: str = "120") -> str:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    stream = io.StringIO()
    stream.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdout", stream)
    with status_line() as show:
        show(status)
        return stream.getvalue()


def test_the_parts_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(NodeStatus(1234, 1230, 5, 2.25, 1), monkeypatch)
    for part in ("#1,234", "#1,230", "2.2 tx/s", "1 connection"):
        assert part in text
    assert "connections" not in text
    assert "2 connections" in shown(NodeStatus(0, 0, 0, 0, 2), monkeypatch)


def test_a_narrow_terminal_has_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(NodeStatus(1234, 1230, 5, 2.25, 1), monkeypatch, "20")
    assert "…" in text
    assert "connection" not in text
