"""The cache of metadata on disk, in the hands of somebody else; and what is told of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from btsdk import AddStake, Client, Tao
from btsdk.keys.hashing import blake2_256
from btsdk.metadata.cache import MetadataCache, Note
from tests.cli.running import Done
from tests.security.conftest import ALICE, HOTKEY, Honest
from tests.security.liar import lying
from tests.security.test_lying_endpoint_cli import STAKE, SWAPPED, User

KEY = b"\x07" * 32
NOTE = Note("0x" + "11" * 32, "ws://127.0.0.1:1")


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _edited(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[40] ^= 1
    path.write_bytes(data)


def _writable(path: Path) -> None:
    path.chmod(0o666)


def _linked(path: Path) -> None:
    elsewhere = path.parent / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(1 << 40)


def _shared(path: Path) -> None:
    path.parent.chmod(0o777)


SPOILS = [_truncated, _edited, _writable, _linked, _fifo, _device, _folder, _huge, _shared]


@pytest.mark.parametrize("spoil", SPOILS)
def test_a_file_that_others_touched_is_as_good_as_none(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    cache = MetadataCache(tmp_path / "cache")
    cache.save(KEY, b"x" * 100)
    assert cache.load(KEY) == b"x" * 100
    spoil(next((tmp_path / "cache").iterdir()))
    assert cache.load(KEY) is None


@pytest.mark.parametrize("spoil", [_truncated, *SPOILS[2:]])
def test_notes_that_others_touched_are_not_read(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    cache = MetadataCache(tmp_path / "cache")
    cache.note(KEY, NOTE)
    assert [note for _, note in cache.notes()] == [NOTE]
    spoil(next((tmp_path / "cache").iterdir()))
    assert cache.notes() == []


@pytest.mark.parametrize(
    "text", ["", "[]", "[" * 3000, "{}", '{"genesis": 1, "network": "x"}', '{"a": "b"}', "\xff"]
)
def test_what_is_no_note_is_none(tmp_path: Path, text: str) -> None:
    cache = MetadataCache(tmp_path)
    cache.note(KEY, NOTE)
    next(tmp_path.iterdir()).write_bytes(text.encode("latin-1"))
    assert cache.notes() == []


def test_unverified_stays_until_the_note_is_removed(tmp_path: Path) -> None:
    cache = MetadataCache(tmp_path)
    cache.note(KEY, NOTE._replace(signatures="unverified"))
    cache.note(KEY, NOTE._replace(signatures="verified"))
    assert cache.notes()[0][1].signatures == "unverified"
    cache.remove(KEY)  # the metadata; what was signed with it stays true
    cache.notes()[0][0].unlink()
    assert cache.notes() == []


def test_a_hash_that_others_may_write_is_not_signed(
    honest: Honest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever may write the folder could put the chain's own hash beside metadata that lies."""
    before = honest.stake()
    stake = AddStake(HOTKEY.ss58_address, 1, Tao.parse("1"))
    with Client(honest.endpoint, cache=tmp_path) as client:
        client.prepare(stake, ALICE)
    [path] = [one for one in tmp_path.glob("*.metadata") if one.stat().st_size == 64]
    wrong = b"\x99" * 32
    key = bytes.fromhex(path.stem)
    path.write_bytes(blake2_256(key + wrong) + wrong)
    path.chmod(0o606)
    monkeypatch.setattr("btsdk.client.setup._shared", {})  # as in another process
    with Client(honest.endpoint, cache=tmp_path) as client:
        plan = client.prepare(stake, ALICE)
        assert plan.payload.signing.metadata_hash not in (None, wrong)
        client.submit(plan)
    assert honest.stake() > before


def test_wallet_check_tells_of_signatures_that_no_chain_verified(
    honest: Honest, tmp_path: Path
) -> None:
    user = User(honest, tmp_path)

    def checked() -> Done:
        return user.run("wallet", "check", "--json")

    def unverified(done: Done) -> list[str]:
        found = done.json()["data"]["findings"]
        return [one["remedy"] for one in found if one["problem"] == "unverified_metadata"]

    assert checked().json()["data"]["metadata"] == []
    with lying(honest.endpoint, SWAPPED) as liar:
        user.on(liar.endpoint, "subnets", "list")
        [entry] = checked().json()["data"]["metadata"]
        assert entry == {
            "network": liar.endpoint,
            "genesis_hash": honest.genesis,
            "verified": False,
            "signed_unverified": False,
        }
        assert "not yet verified by the chain" in user.run("wallet", "check").out
        assert user.on(liar.endpoint, *STAKE, "--no-prompt").exit_code == 1  # BadProof
        assert not any(one["verified"] for one in checked().json()["data"]["metadata"])
        assert unverified(checked()) == []
        user.on(liar.endpoint, *STAKE, "--no-check-metadata", "--no-prompt")
    [remedy] = unverified(checked())
    told = user.run("wallet", "check")
    assert told.exit_code == 1
    assert "did not verify" in " ".join(told.out.split())
    os.system(remedy)
    assert unverified(checked()) == []
    user.on(honest.endpoint, *STAKE, "--no-prompt")
    assert any(one["verified"] for one in checked().json()["data"]["metadata"])


def test_wallet_check_tells_of_a_cache_that_others_may_write(
    honest: Honest, tmp_path: Path
) -> None:
    user = User(honest, tmp_path)
    user.on(honest.endpoint, "subnets", "list")
    folder = tmp_path / "cache" / "btsdk" / "metadata"
    folder.chmod(0o777)
    found = user.run("wallet", "check", "--json").json()["data"]["findings"]
    [remedy] = [one["remedy"] for one in found if one["path"] == str(folder)]
    os.system(remedy)
    found = user.run("wallet", "check", "--json").json()["data"]["findings"]
    assert not any(one["path"] == str(folder) for one in found)


def test_a_note_cannot_repaint_what_is_told(honest: Honest, tmp_path: Path) -> None:
    user = User(honest, tmp_path)
    cache = MetadataCache(tmp_path / ".local" / "state" / "btsdk" / "metadata")
    cache.note(KEY, Note("0x\x1b[2J", "ws://\x1b]0;x\x07\u202e\n", "unverified"))
    told = user.run("wallet", "check")
    for text in (told.out, told.err):
        assert not set(text) & set("\x1b\x07\u202e")
    found = user.run("wallet", "check", "--json").json()["data"]["metadata"]
    assert found[0]["network"] == "ws://\x1b]0;x\x07\u202e\n"
