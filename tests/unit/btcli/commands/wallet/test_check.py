"""`btcli wallet check`."""

from __future__ import annotations

from tests.cli.running import Cli

CHECK = ("wallet", "check", "--json-output")


def home(cli: Cli) -> Cli:
    cli.environment.update({"XDG_CACHE_HOME": str(cli.home / "cache")})
    return cli


def test_nothing_is_wrong(alice: Cli) -> None:
    data = home(alice).inside(*CHECK).data()
    assert (data["findings"], data["metadata"]) == ([], [])
    assert "No problems in" in alice.inside("wallet", "check").out


def test_what_is_wrong_is_told_with_its_remedy(alice: Cli) -> None:
    coldkey = alice.wallets / "alice" / "coldkey"
    coldkey.chmod(0o644)
    for words in (CHECK, (*CHECK, "-w", "alice")):
        done = home(alice).inside(*words)
        assert done.exit_code == 1
        (found,) = done.json()["data"]["findings"]
        assert (found["path"], found["remedy"]) == (str(coldkey), f"chmod 600 {coldkey}")
    assert coldkey.stat().st_mode & 0o777 == 0o644  # nothing is changed


def test_a_wallet_that_is_not_there(alice: Cli) -> None:
    assert home(alice).inside(*CHECK, "-w", "bob").exit_code == 4
