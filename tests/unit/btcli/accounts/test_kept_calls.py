"""Files of calls that are executed later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from btcli.accounts import kept_calls
from btcli.context import Context
from btcli.output import ChainIdentity
from btsdk.errors import UsageError
from btsdk.keys.hashing import blake2_256
from btsdk.ops import RawCall
from btsdk.tx.operation import Announcement
from tests.unit.btcli.samples import ALICE, GENESIS, context, declared

DATA = RawCall("System", "remark", {"remark": "hello"}).encode(declared())
HASH = blake2_256(DATA)


@pytest.fixture
def run(tmp_path: Path) -> Context:
    made = context(tmp_path)
    made.output.chain = ChainIdentity("local", "dev", GENESIS)
    return made


@pytest.fixture
def kept(run: Context) -> Path:
    return kept_calls.keep(run, Announcement(ALICE, DATA, HASH))


def test_a_kept_call_is_found_in_each_way(run: Context, kept: Path) -> None:
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept_calls.of_hash(HASH) == DATA
    by_hash = kept_calls.given(run, "0x" + HASH.hex(), None, None)
    by_data = kept_calls.given(run, None, DATA.hex(), None)
    by_file = kept_calls.given(run, None, None, kept)
    assert by_hash == by_data == by_file
    assert by_hash.known() == DATA
    plain = kept.with_name("plain.txt")
    plain.write_text(f"0x{DATA.hex()}\n")
    assert kept_calls.given(run, None, None, plain) == by_hash


def test_only_the_hash_is_known(run: Context) -> None:
    found = kept_calls.given(run, "00" * 32, None, None)
    assert found.data is None
    with pytest.raises(UsageError, match="is not in"):
        found.known()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((None, None, None), "with one of"),
        (("00" * 32, "00", None), "with one of"),
        (("00" * 31, None, None), "32 bytes"),
        (("zz" * 32, None, None), "not hex"),
        ((None, "zz", None), "not hex"),
        ((None, None, Path("/nowhere")), "cannot be read"),
    ],
)
def test_what_names_no_call(
    run: Context, words: tuple[str | None, str | None, Path | None], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        kept_calls.given(run, *words)


def test_a_file_of_another_chain_or_a_changed_one_is_refused(run: Context, kept: Path) -> None:
    document = json.loads(kept.read_text())
    for change, said in (
        ({"genesis_hash": "0x" + "34" * 32}, "another chain"),
        ({"call_data": document["call_data"] + "00"}, "not the one of its call_hash"),
        ({"call_data": 7}, "not the file of a call"),
    ):
        kept.write_text(json.dumps(document | change))
        with pytest.raises(UsageError, match=said):
            kept_calls.given(run, None, None, kept)
    kept.write_text("{")
    with pytest.raises(UsageError, match="not the file of a call"):
        kept_calls.given(run, None, None, kept)


def test_a_call_in_words() -> None:
    assert kept_calls.in_words(declared(), DATA) == "System.remark(remark='hello')"
    assert kept_calls.in_words(declared(), None) is None
    assert kept_calls.in_words(declared(), b"\xff\xff") is None
