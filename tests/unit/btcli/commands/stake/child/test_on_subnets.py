"""The subnets of a command, and one operation on each of them."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from btcli.commands.stake.child.on_subnets import SubnetPart, named, submit
from btcli.failures import Failure
from btsdk.errors import UsageError
from tests.unit.btcli.samples import context


def test_subnets_are_named_or_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert named(context(tmp_path, netuids=["1,2", "1"])) == (1, 2)
    assert named(context(tmp_path, all_netuids=True)) is None
    monkeypatch.setattr(sys, "stdin", io.StringIO("3,1\nall\n"))
    assert (named(context(tmp_path)), named(context(tmp_path))) == ((3, 1), None)
    with pytest.raises(UsageError, match="no subnet given"):
        named(context(tmp_path))


def test_nothing_to_do_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no subnet remains"):
        submit(context(tmp_path), None, {})  # type: ignore[arg-type]  # it is not reached


def test_a_part_names_its_error() -> None:
    part = SubnetPart(3, done=False, failure=Failure("Pallet.Error", "why", None, 1))
    assert part.word == "Pallet.Error"
    error = {"code": "Pallet.Error", "message": "why", "hint": None}
    assert part.document() == {"netuid": 3, "done": False, "error": error}
    assert SubnetPart(3).word == "done"
