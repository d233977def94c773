"""Which multisig is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli import options
from btcli.accounts import address_book
from btcli.accounts.address_book import SavedAddress, SignerSet
from btcli.commands.multisig import signers
from btcli.multisig_options import multisig
from btsdk.errors import UsageError
from tests.unit.btcli.commands.multisig.team import ALICE, BOB, CHARLIE, MEMBERS, TEAM
from tests.unit.btcli.samples import context


@pytest.fixture(autouse=True)
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BTSDK_CONFIG_FILE", str(tmp_path / "config.json"))
    address_book.save(SavedAddress("team", TEAM, "", None, SignerSet(3, tuple(MEMBERS))))
    address_book.save(SavedAddress("friend", BOB))


def test_a_saved_one_or_its_signatories(tmp_path: Path) -> None:
    run = context(tmp_path)
    by_name = signers.chosen(run, "team", None, None)
    listed = signers.chosen(run, None, [f"{ALICE},friend", CHARLIE], 3)
    assert by_name.name == "team"
    assert listed.name is None
    assert by_name.signers == listed.signers
    assert by_name.address == listed.address == TEAM
    assert by_name.document()["signatories"] == MEMBERS
    assert by_name.facts().rows[0] == ("name", "team")
    assert listed.facts().rows[0] == ("address", TEAM)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((None, None, None), "with --signatories and --threshold"),
        ((None, [ALICE, BOB], None), "with --signatories and --threshold"),
        (("team", [ALICE, BOB], 2), "either --multisig"),
        (("friend", None, None), "not as a multisig"),
        (("other", None, None), "no address is saved"),
        ((None, [ALICE, BOB], 3), "threshold"),
        ((None, [ALICE, ALICE], 2), "named twice"),
        ((None, [ALICE], 1), "at least two"),
    ],
)
def test_what_is_no_multisig(
    tmp_path: Path, given: tuple[str | None, list[str] | None, int | None], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        signers.chosen(context(tmp_path), *given)


def test_only_the_shared_option_is_left_out() -> None:
    assert set(options.TRANSACTING) - set(signers.SIGNING) == {multisig}
