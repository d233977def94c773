"""What was spent in a day, in memory and in a file."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from btsdk.errors import UsageError
from btsdk.tx.spending_log import DAY_S, SpendingLog


@pytest.mark.parametrize("kept", [False, True])
def test_a_day_is_24_hours(tmp_path: Path, kept: bool) -> None:
    now = [0.0]
    log = SpendingLog(tmp_path / "log" if kept else None, lambda: now[0])
    first = log.spend(3, 5)
    assert first is not None
    assert log.spend(3, 5) is None
    assert log.spent() == 3
    log.give_back(first)
    assert log.spend(5, 5) is not None
    now[0] = DAY_S - 1
    assert log.spend(1, 5) is None
    now[0] = DAY_S
    assert log.spend(5, 5) is not None
    assert log.spend(10**30, None) is not None


def test_a_file_is_shared_and_private(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "log"
    one, other = (SpendingLog(path, lambda: 7.0) for _ in range(2))

    def spend(log: SpendingLog) -> None:
        for _ in range(20):
            log.spend(1, 30)

    threads = [Thread(target=spend, args=(log,)) for log in (one, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert one.spent() == other.spent() == 30
    assert SpendingLog(path, lambda: 7.0).spent() == 30
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_damaged_file_permits_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text("1.0 five\n")
    with pytest.raises(UsageError, match="is not a log of spending"):
        SpendingLog(path, lambda: 7.0).spend(1, 30)
