"""Options of older versions: taken in silence, or refused with the reason."""

from __future__ import annotations

import pytest

from btcli.legacy_options import key_type
from btsdk.errors import UsageError
from tests.cli.running import Cli


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("sr25519", "sr25519"),
        ("SR25519", "sr25519"),
        ("ed25519", "ed25519"),
        ("Ecdsa", "ecdsa"),
        ("0", "ed25519"),
        ("1", "sr25519"),
        ("2", "ecdsa"),
    ],
)
def test_kinds_have_names_and_numbers(text: str, kind: str) -> None:
    assert key_type(text) == kind


@pytest.mark.parametrize("text", ["", "3", "rsa", "sr 25519", "²"])
def test_what_is_no_kind(text: str) -> None:
    with pytest.raises(UsageError, match="unknown key type"):
        key_type(text)


@pytest.mark.parametrize("verb", ["set", "clear"])
def test_there_is_no_dashboard(cli: Cli, verb: str) -> None:
    value = ("/tmp",) if verb == "set" else ()
    done = cli.inside("config", verb, "--dashboard-path", *value, "--json-output")
    assert "no dashboard" in done.error()["message"]
