"""The endpoint of an axon, given or typed."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from btcli.commands.axon.endpoint import endpoint
from btsdk.errors import UsageError
from tests.unit.btcli.samples import context


def test_what_is_missing_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = context(tmp_path)
    assert endpoint(run, "1.2.3.4", 5) == ("1.2.3.4", 5)
    monkeypatch.setattr(sys, "stdin", io.StringIO("1.2.3.4\n8091\n"))
    assert endpoint(run, None, None) == ("1.2.3.4", 8091)
    monkeypatch.setattr(sys, "stdin", io.StringIO("70000\n"))
    with pytest.raises(UsageError, match="from 1 to 65535"):
        endpoint(run, "1.2.3.4", None)


def test_where_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    for as_json in (True, False):
        with pytest.raises(UsageError) as caught:
            endpoint(context(tmp_path, as_json=as_json), "1.2.3.4", None)
        assert caught.value.hint == "Use --port N."
