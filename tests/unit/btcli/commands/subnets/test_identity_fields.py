"""The identity of a subnet from options and a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.commands.subnets.identity_fields import (
    identity_document,
    identity_facts,
    identity_of,
)
from btsdk.errors import UsageError
from btsdk.reads.identities import SubnetIdentity


def test_options_override_the_file_and_that_the_former_one(tmp_path: Path) -> None:
    file = tmp_path / "identity.json"
    file.write_text('{"name": "Filed", "repo": "r", "email": "a@example.com"}')
    before = SubnetIdentity("Before", "old", discord="d")
    found = identity_of({"subnet_name": "Typed", "discord": "", "logo_url": None}, file, before)
    assert found == SubnetIdentity("Typed", "r", "a@example.com")
    assert identity_of({}, None) == SubnetIdentity()
    assert identity_document(found)["github_repo"] == "r"
    shown = identity_facts(2, found).plain()
    assert "subnet name     Typed" in shown
    assert "discord" not in shown


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "is not JSON"),
        ("[]", "not a JSON object"),
        ('{"nick": "x"}', "no field 'nick'"),
        ('{"name": 1}', "subnet_name is text, not int"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_holds_no_identity(tmp_path: Path, text: str | None, reason: str) -> None:
    file = tmp_path / "identity.json"
    if text is not None:
        file.write_text(text)
    with pytest.raises(UsageError, match=reason):
        identity_of({}, file)
