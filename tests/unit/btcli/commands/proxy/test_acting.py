"""For which account a call is announced or executed."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli import options
from btcli.commands.proxy.acting import SIGNING_ALONE, real_account
from btsdk.errors import UsageError
from tests.unit.btcli.samples import ALICE, BOB, context


def test_the_older_option_counts_if_the_account_is_not_named(tmp_path: Path) -> None:
    run = context(tmp_path)
    assert real_account(run, ALICE, BOB) == ALICE
    assert real_account(run, None, BOB) == BOB
    with pytest.raises(UsageError, match="missing"):
        real_account(run, None, None)


def test_only_the_option_of_proxies_is_left_out() -> None:
    assert set(options.TRANSACTING) - set(SIGNING_ALONE) == {options.proxy}
