"""Times, slots and numbers that a chain could not go on from: each is refused on its way in."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from btsdk.errors import UsageError
from btsdk.frozen import replace
from chain_spec import chains
from local_node.chain.block import AURA, PRE_RUNTIME, Block, DigestItem
from local_node.chain.chain import Chain
from local_node.chain.clock import LATEST_MS, Clock
from local_node.chain.importing import BadBlock
from local_node.chain.modes import Manual
from local_node.chain.moments import MOST_MS, NOW_KEY, SLOT_KEY
from local_node.dev.exports import read_export
from local_node.embedded.local_chain import LocalChain
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.state.store import Store

INVALID_PARAMS = -32602
HUGE = (2**53, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 2**128, 10**400, -1, -(2**63), -(2**64))
NO_NUMBERS: tuple[Any, ...] = (
    *(1.5, 1e300, True, False, "", "abc", "9" * 5000, [], {}, [1], {"date": 1}, "0x10"),
)


@pytest.fixture
def local() -> Any:
    with LocalChain(mode=Manual()) as chain:
        chain.advance(2)
        yield chain


def ask(local: LocalChain, method: str, *params: Any, text: str | None = None) -> dict[str, Any]:
    body = text or json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
    heard: list[str] = []
    answer = local.dispatcher.handle(Request(body), Peer(None)) or heard[0]
    found: dict[str, Any] = json.loads(answer)
    return found


def refused(local: LocalChain, method: str, *params: Any) -> str:
    """The reason; nothing has changed, and the next block is made."""
    before, offset = local.chain.best, local.chain.clock.offset_ms
    error = ask(local, method, *params)["error"]
    assert error["code"] == INVALID_PARAMS, (method, params, error)
    assert (local.chain.best, local.chain.clock.offset_ms) == (before, offset)
    return str(error["data"])


@pytest.mark.parametrize("date", [*HUGE, LATEST_MS + 1, *NO_NUMBERS])
def test_no_time_beyond_the_year_9999_is_travelled_to(local: LocalChain, date: Any) -> None:
    refused(local, "dev_timeTravel", date)
    local.advance()


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "1e999", "1" * 4000])
def test_no_number_of_json_alone_is_a_time(local: LocalChain, text: str) -> None:
    body = f'{{"jsonrpc":"2.0","id":1,"method":"dev_timeTravel","params":[{text}]}}'
    assert ask(local, "", text=body)["error"]["code"] in (INVALID_PARAMS, -32700)
    local.advance()


@pytest.mark.parametrize(
    "date", ["1969-12-31T23:59:59Z", "0001-01-01", "10000-01-01", "9999-12-31T23:59:59-14:00"]
)
def test_no_date_outside_of_the_years_1970_to_9999_is_travelled_to(
    local: LocalChain, date: str
) -> None:
    refused(local, "dev_timeTravel", date)
    local.advance()


@pytest.mark.parametrize("date", [LATEST_MS, "9999-12-31T23:59:59.999Z", "2100-02-28"])
def test_up_to_there_the_chain_goes_on(local: LocalChain, date: Any) -> None:
    assert "result" in ask(local, "dev_timeTravel", date)
    local.advance(3)
    assert local.chain.check(execute=True) == []


@pytest.mark.parametrize("value", [LATEST_MS + 1, 2**63, 2**64 - 1])
@pytest.mark.parametrize("key", [NOW_KEY, SLOT_KEY])
def test_no_patch_takes_the_chain_there(local: LocalChain, key: bytes, value: int) -> None:
    raw = "0x" + value.to_bytes(8, "little").hex()
    assert "9999" in refused(local, "dev_setStorage", [["0x" + key.hex(), raw]])
    name = "Timestamp" if key == NOW_KEY else "Aura"
    item = "Now" if key == NOW_KEY else "CurrentSlot"
    assert "9999" in refused(local, "dev_setStorage", {name: {item: value}})
    local.advance()


@pytest.mark.parametrize("value", [2**64, -1, 2**400])
def test_no_patch_holds_a_number_that_its_type_does_not(local: LocalChain, value: int) -> None:
    refused(local, "dev_setStorage", {"Timestamp": {"Now": value}})
    refused(local, "dev_setStorage", {"System": {"Number": value}})


def test_a_patch_within_bounds_is_followed(local: LocalChain) -> None:
    """The next block stands behind what the state says, as after a journey in time."""
    later = 4_000_000_000_000
    assert "result" in ask(local, "dev_setStorage", {"Timestamp": {"Now": later}})
    local.advance(2)
    assert (local.chain.timestamp_ms or 0) > later
    assert local.chain.check(execute=True) == []


@pytest.mark.parametrize(
    ("method", "template"),
    [
        ("dev_newBlock", ["%"]),
        ("dev_newBlock", [None, "%"]),
        ("dev_newBlock", [1, None, None, "%"]),
        ("dev_setHead", ["%"]),
        ("dev_finalize", ["%"]),
        ("dev_setFinalityLag", ["%"]),
        ("dev_advanceToEpoch", ["%"]),
        ("dev_revert", ["%"]),
        ("dev_dump", ["%"]),
        ("dev_setBlockBuildMode", ["Interval", "%"]),
        ("dev_setBalance", ["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", "%"]),
        ("dev_faucet", ["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", "%"]),
        ("dev_impersonate", ["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", "%"]),
        ("chain_getBlockHash", ["%"]),
    ],
)
def test_every_number_of_dev_has_its_bounds(
    local: LocalChain, method: str, template: list[Any]
) -> None:
    for value in (*HUGE, 2**32, *NO_NUMBERS):
        params = [value if each == "%" else each for each in template]
        answer = ask(local, method, *params)
        code = answer.get("error", {}).get("code")
        assert code is None or code in (INVALID_PARAMS, -32000), (method, value, answer)
    local.chain.mode = Manual()
    local.advance()


@pytest.mark.parametrize("height", [2**32 - 1, 2**32 - 2**23, 2**32, 2**64])
def test_no_height_leaves_too_little_room_above_it(local: LocalChain, height: int) -> None:
    refused(local, "dev_newBlock", {"unsafeBlockHeight": height})
    local.advance()


def test_a_balance_that_no_sum_of_64_bits_holds_is_refused(local: LocalChain) -> None:
    alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
    for method in ("dev_setBalance", "dev_faucet"):
        assert "64 bits" in refused(local, method, alice, 2**64 - 1)
    local.advance()


# Dumps, exports and files


@pytest.mark.parametrize(
    "offset", [2**63, -(2**63), 2**64, 10**400, 1.5, "12", None, True, LATEST_MS + 1]
)
def test_a_dump_brings_no_such_time(local: LocalChain, offset: Any) -> None:
    local.advance()
    document = {**local.control.dump(), "clockOffsetMs": offset}
    with LocalChain(mode=Manual()) as other:
        before = other.chain.best
        refused(other, "dev_load", document)
        assert other.chain.best == before
        other.advance()


@pytest.mark.parametrize("slot", [2**40, 2**63, 2**64 - 1])
def test_no_block_of_such_a_slot_is_taken(local: LocalChain, slot: int) -> None:
    made = local.chain.block(local.advance().hash)
    assert made is not None
    own = DigestItem(PRE_RUNTIME, AURA, slot.to_bytes(8, "little"))
    header = replace(made.header, digest=(own, *made.header.digest[1:]))
    local.control.set_head(-1)
    with pytest.raises(BadBlock):
        local.chain.import_block(Block(header, made.extrinsics))
    local.advance()


@pytest.mark.parametrize("size", [0, 7, 9, 32])
def test_a_slot_has_eight_bytes(local: LocalChain, size: int) -> None:
    made = local.chain.block(local.advance().hash)
    assert made is not None
    digest = (DigestItem(PRE_RUNTIME, AURA, b"\xff" * size), *made.header.digest[1:])
    header = replace(made.header, digest=digest)
    assert header.slot is None
    local.control.set_head(-1)
    with pytest.raises(BadBlock, match="no slot"):
        local.chain.import_block(Block(header, made.extrinsics))


@pytest.mark.parametrize("offset", ["1e400", "1.5", '"12"', "true", "null"])
def test_an_export_ends_with_whole_numbers(tmp_path: Path, offset: str) -> None:
    path = tmp_path / "one.export"
    end = f'{{"head":"0x00","blocks":0,"clockOffsetMs":{offset}}}'
    head = '{"btsdk chain export":1,"chain":"dev","spec":"","genesis":"0x00"}'
    path.write_bytes(gzip.compress(f"{head}\n{end}\n".encode()))
    with read_export(path) as (_, items), pytest.raises(UsageError, match="damaged"):
        list(items)


def test_a_file_whose_clock_shows_no_time_opens_with_the_walls(tmp_path: Path) -> None:
    """As an earlier release left it behind."""
    spec = chains.load("dev")
    path = tmp_path / "one.chain"
    chain = Chain.open(spec, Store(path), mode=Manual())
    chain.author_block()
    chain.store.set_notes({"clock_offset_ms": str(2**80).encode()})
    chain.close()
    again = Chain.open(spec, Store(path), mode=Manual())
    assert again.clock.offset_ms == 0
    again.author_block()
    again.close()


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), -float("inf"), 1e300, -1e300])
def test_no_span_of_time_leads_there(local: LocalChain, seconds: float) -> None:
    with pytest.raises(UsageError):
        local.travel(seconds)
    local.advance()


def test_the_author_stops_before_the_end_of_time(local: LocalChain) -> None:
    """Only root can take a chain there; it says so, and comes back."""
    slot_ms = local.chain.slot_ms
    last = MOST_MS // slot_ms
    local.chain.author_block(only=True, patch={SLOT_KEY: (last - 2).to_bytes(8, "little")})
    local.advance(2)
    with pytest.raises(Exception, match="beyond"):
        local.advance()
    local.control.set_head(2)
    local.advance()


def test_a_clock_far_away_is_no_clock() -> None:
    clock = Clock(wall=lambda: 1_700_000_000_000)
    for offset in (2**64, -1_700_000_000_001, LATEST_MS):
        with pytest.raises(UsageError):
            clock.expect_offset(offset)
    assert clock.expect_offset(-1_700_000_000_000) == -1_700_000_000_000
