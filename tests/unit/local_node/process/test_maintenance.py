"""Chains taken in from exports, whole or not at all; and files that are checked."""

from __future__ import annotations

import gzip
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from btsdk.errors import ChainFileError, UsageError
from btsdk.frozen import replace
from btsdk.well_known_keys import CODE
from chain_spec import chains
from local_node.chain.block import OTHER, Block, DigestItem
from local_node.chain.chain import Chain
from local_node.chain.genesis import stored
from local_node.dev.control import Control
from local_node.dev.exports import write_export
from local_node.embedded.chain_file import ChainFileLock, lock_chain_file
from local_node.embedded.open_chain import OpenChain
from local_node.process.maintenance import check_chain_file, import_chain
from local_node.runtime.boundary import Externalities, Runtime
from local_node.runtime.bundled import runtime
from local_node.state import notes
from local_node.state.store import Store
from tests.runtimes import RAW_SPEC
from tests.unit.local_node.chain.test_runtimes import raw_spec, tiny
from tests.unit.local_node.chain.test_state_upgrade import OLD
from tests.unit.local_node.dev.signing import ALICE, ZOE, signed, transfer

TAO = 10**9
ACCOUNT = bytes(range(32))


def live(control: Control) -> None:
    """A life with an extrinsic, a patch, an impersonation, and a gap in the numbers."""
    control.chain.author_block([signed(control, ALICE, transfer(control, ZOE.public_key, TAO))])
    control.set_balance(ACCOUNT, TAO)
    control.impersonate(ACCOUNT)
    call = transfer(control, ZOE.public_key, TAO // 2)
    control.chain.author_block([control.extrinsic_for(ACCOUNT, call)])
    control.chain.travel_to((control.chain.timestamp_ms or 0) + 10**7)
    control.new_blocks(height=20)
    control.new_blocks(2)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a chain file that has lived, and its export."""
    folder = tmp_path_factory.mktemp("lived")
    hosted = OpenChain(lock_chain_file(folder / "dev.chain"))
    live(hosted.dispatcher.rpc.control)
    write_export(folder / "export", hosted.dispatcher.rpc.control.dump)
    hosted.close()
    return folder


@pytest.fixture
def held(tmp_path: Path) -> Iterator[ChainFileLock]:
    """The lock on a file where there is none yet."""
    lock = lock_chain_file(tmp_path / "here.chain")
    yield lock
    lock.release()


def stand_of(path: Path) -> tuple[list[bytes | None], bytes | None]:
    """Every block's hash, and the root of the state."""
    store = Store(path)
    numbers = store.numbers()
    stand = [store.hash_at(number) for number in numbers], store.state_root(store.head)
    store.close()
    return stand


def beside(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir()} - {path.name, f"{path.name}.holder"}


def test_an_import_is_the_same_chain(lived: Path, held: ChainFileLock) -> None:
    told: list[tuple[int, int]] = []
    head = import_chain(held, lived / "export", progress=lambda *each: told.append(each))
    assert stand_of(held.path) == stand_of(lived / "dev.chain")
    assert beside(held.path) == set()
    held.release()
    hosted = OpenChain(lock_chain_file(held.path))
    control = hosted.dispatcher.rpc.control
    assert hosted.chain.best == head
    assert hosted.spec.chain == "dev"
    assert hosted.chain.clock.offset_ms == pytest.approx(10**7, rel=0.1)
    assert hosted.chain.impersonation.ever == {ACCOUNT}
    assert hosted.chain.impersonation.accounts == frozenset()
    assert hosted.chain.check(execute=True) == []
    control.new_blocks(1)
    hosted.close()


def test_it_takes_the_place_of_what_was_there(lived: Path, held: ChainFileLock) -> None:
    """With a log of the other chain beside it, as a killed process leaves one."""
    spec = chains.load("fast")
    before = OpenChain(lock_chain_file(held.path.with_name("fast.chain")), spec)
    before.chain.author_block()
    for suffix in ("", "-wal"):
        source = before.chain.store.path
        assert source is not None
        name = source.name + suffix
        shutil.copy(source.with_name(name), held.path.with_name(held.path.name + suffix))
    before.close()
    asked: list[str] = []
    import_chain(held, lived / "export", confirm=lambda exported: asked.append(exported.chain))
    assert asked == ["bittensor_dev"]
    assert stand_of(held.path) == stand_of(lived / "dev.chain")


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Exports a chain whose runtime is compiled: in its spec, or beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def export(beside: int | None = None) -> Path:
        spec = chains.parse(raw_spec(tiny(), {b"key": b"value"}, child={b"a": b"1"}), "tiny.json")
        if beside is not None:
            spec = replace(spec, code=tiny(number=beside))
        hosted = OpenChain(lock_chain_file(tmp_path / "tiny.chain"), spec)
        write_export(tmp_path / "export", hosted.dispatcher.rpc.control.dump)
        hosted.close()
        return tmp_path / "export"

    return export


@pytest.mark.parametrize("beside", [None, 8], ids=["in its spec", "beside it"])
def test_a_chain_comes_with_its_compiled_runtime(
    held: ChainFileLock, compiled: Callable[..., Path], beside: int | None
) -> None:
    export = compiled(beside)
    assert ("code" in head_of(export)) == (beside is not None)
    import_chain(held, export)
    assert stand_of(held.path) == stand_of(export.with_name("tiny.chain"))
    held.release()
    hosted = OpenChain(lock_chain_file(held.path))
    assert hosted.chain.is_compiled
    assert hosted.chain.version().spec_version == (beside or 7)
    assert hosted.chain.state().get(b"key") == b"value"
    hosted.close()
    again = lock_chain_file(held.path)
    assert check_chain_file(again).problems == ()
    again.release()


@pytest.mark.parametrize("code", ["0x" + tiny(number=9).hex(), "0xzz", 7])
def test_another_compiled_runtime_is_refused(
    held: ChainFileLock, compiled: Callable[..., Path], code: object
) -> None:
    export = compiled(beside=8)
    first, *rest = gzip.decompress(export.read_bytes()).splitlines(keepends=True)
    spoiled = json.dumps(json.loads(first) | {"code": code}).encode() + b"\n"
    export.write_bytes(gzip.compress(b"".join([spoiled, *rest])))
    with pytest.raises(UsageError, match=r"is no hex text|its spec leads to"):
        import_chain(held, export)
    assert not held.path.exists()


def test_a_runtime_that_is_lost_cannot_be_exported(compiled: Callable[..., Path]) -> None:
    path = compiled(beside=8).with_name("tiny.chain")
    store = Store(path)
    store.set_notes({"genesis_code": bytes(32)})
    store.close()
    hosted = OpenChain(lock_chain_file(path))
    with pytest.raises(UsageError, match="no longer in its file"):
        write_export(path.with_name("again"), hosted.dispatcher.rpc.control.dump)
    hosted.close()


@pytest.mark.slow
@pytest.mark.skipif(not RAW_SPEC, reason="BTSDK_RAW_SPEC names no raw chain spec")
def test_blocks_of_a_compiled_runtime_are_carried_and_checked(
    held: ChainFileLock, tmp_path: Path
) -> None:
    hosted = OpenChain(lock_chain_file(tmp_path / "raw.chain"), chains.load(RAW_SPEC))
    control = hosted.dispatcher.rpc.control
    control.new_blocks(3)
    control.set_balance(ACCOUNT, TAO)
    control.new_blocks(2)
    write_export(tmp_path / "export", control.dump)
    hosted.close()
    head = import_chain(held, tmp_path / "export")
    assert head.number == 6
    assert stand_of(held.path) == stand_of(tmp_path / "raw.chain")
    report = check_chain_file(held)
    assert (report.executed, report.problems) == (6, ())


def head_of(export: Path) -> dict[str, object]:
    """The first line of an export."""
    found: dict[str, object] = json.loads(gzip.decompress(export.read_bytes()).splitlines()[0])
    return found


def test_who_says_no_changes_nothing(lived: Path, held: ChainFileLock) -> None:
    held.path.write_bytes(b"precious")

    def no(_: object) -> None:
        raise UsageError("no")

    with pytest.raises(UsageError, match="no"):
        import_chain(held, lived / "export", confirm=no)
    assert held.path.read_bytes() == b"precious"


Spoil = Callable[[list[bytes]], list[bytes]]


def respoken(line: bytes, change: Callable[[Block], Block]) -> bytes:
    block = Block.decode(bytes.fromhex(json.loads(line)[2:]))
    return json.dumps("0x" + change(block).encode().hex()).encode() + b"\n"


def other_state(block: Block) -> Block:
    return block._replace(header=replace(block.header, state_root=bytes(32)))


def other_digest(block: Block) -> Block:
    mark = DigestItem(OTHER, data=b"mine")
    return block._replace(header=replace(block.header, digest=(mark, *block.header.digest)))


def less(block: Block) -> Block:
    return block._replace(extrinsics=block.extrinsics[:-1])


def ended(lines: list[bytes], **changes: object) -> list[bytes]:
    return [*lines[:-1], json.dumps({**json.loads(lines[-1]), **changes}).encode() + b"\n"]


SPOILED: dict[str, tuple[Spoil, str]] = {
    "state": (lambda x: [*x[:3], respoken(x[3], other_state), *x[4:]], "an invalid block"),
    "digest": (lambda x: [*x[:3], respoken(x[3], other_digest), *x[4:]], "an invalid block"),
    "body": (lambda x: [*x[:3], respoken(x[3], less), *x[4:]], "extrinsics root"),
    "left out": (lambda x: [*x[:3], *x[4:]], "its parent is not the block before"),
    "twice": (lambda x: [*x[:3], x[2], *x[3:]], "its parent is not the block before"),
    "turned": (lambda x: [*x[:2], x[3], x[2], *x[4:]], "its parent is not the block before"),
    "cut off": (lambda x: x[:-2], "cut off"),
    "too short": (lambda x: [*x[:-2], x[-1]], "its end says"),
    "other head": (lambda x: ended(x, head="0x00"), "its end says"),
    "not impersonated": (lambda x: [x[0], *x[2:]], "an invalid block"),
    "another genesis": (
        lambda x: [x[0].replace(b'"genesis":"0x', b'"genesis":"0x00'), *x[1:]],
        "its spec leads to",
    ),
    "another spec": (lambda x: [x[0].replace(b"Bittensor dev", b"{"), *x[1:]], ""),
}


@pytest.mark.parametrize("name", SPOILED)
def test_what_does_not_hold_leaves_everything_as_it_was(
    lived: Path, held: ChainFileLock, name: str
) -> None:
    spoil, reason = SPOILED[name]
    lines = gzip.decompress((lived / "export").read_bytes()).splitlines(keepends=True)
    export = held.path.with_name("export")
    export.write_bytes(gzip.compress(b"".join(spoil(lines))))
    shutil.copy(lived / "dev.chain", held.path)
    if not reason:  # a chain's name counts for nothing
        import_chain(held, export)
        return
    before = held.path.read_bytes()
    with pytest.raises(UsageError, match=reason) as caught:
        import_chain(held, export)
    assert caught.value.hint
    assert held.path.read_bytes() == before
    assert beside(held.path) == {"export"}


_IMPORTER = """
import sys
from pathlib import Path
from local_node.embedded.chain_file import lock_chain_file
from local_node.dev import exports
from local_node.process.maintenance import import_chain

_decode = exports.Block.decode
def slow(data):
    block = _decode(data)
    print(block.number, flush=True)
    sys.stdin.readline()
    return block
exports.Block.decode = slow
import_chain(lock_chain_file(Path(sys.argv[1])), Path(sys.argv[2]))
"""


def test_a_process_that_is_killed_leaves_the_chain_that_was_there(
    lived: Path, held: ChainFileLock
) -> None:
    shutil.copy(lived / "dev.chain", held.path)
    held.release()
    before = held.path.read_bytes()
    worker = subprocess.Popen(
        [sys.executable, "-c", _IMPORTER, str(held.path), str(lived / "export")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdin is not None
    assert worker.stdout is not None
    for number in (1, 2, 3):
        assert worker.stdout.readline() == f"{number}\n"
        worker.stdin.write("\n")
        worker.stdin.flush()
    worker.stdout.readline()
    worker.kill()
    worker.communicate()
    assert held.path.read_bytes() == before
    assert any(name.startswith("here.chain.importing") for name in beside(held.path))
    lock = lock_chain_file(held.path)
    import_chain(lock, lived / "export")
    lock.release()
    assert beside(held.path) == set()
    assert stand_of(held.path) == stand_of(lived / "dev.chain")


# Check


def test_a_chain_that_holds(lived: Path) -> None:
    lock = lock_chain_file(lived / "dev.chain")
    before = stand_of(lock.path)
    report = check_chain_file(lock)
    lock.release()
    assert (report.chain, report.head.number, report.executed) == ("dev", 22, 6)
    assert (report.reason, report.problems) == (None, ())
    assert stand_of(lock.path) == before


def test_a_chain_whose_old_states_are_gone_is_executed_whole(held: ChainFileLock) -> None:
    spec = chains.load("dev")
    spec = replace(spec, blocks=spec.blocks._replace(keep_states=3))
    held.release()
    hosted = OpenChain(lock_chain_file(held.path), spec)
    hosted.dispatcher.rpc.control.new_blocks(8)
    hosted.close()
    lock = lock_chain_file(held.path)
    report = check_chain_file(lock)
    lock.release()
    assert (report.executed, report.problems) == (8, ())


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE blocks SET body = x'00' WHERE number = 2", "does not match its header"),
        ("UPDATE blocks SET header = x'00' WHERE number = 2", "cannot be decoded"),
        ("DELETE FROM canon WHERE number = 2", "#2 is missing"),
        ("UPDATE head SET value = x'00' WHERE key = (SELECT max(key) FROM head)", "flat table"),
        ("DELETE FROM nodes WHERE rowid = (SELECT max(rowid) FROM nodes)", "incomplete"),
    ],
)
def test_what_is_wrong_is_said(
    lived: Path, held: ChainFileLock, statement: str, problem: str
) -> None:
    shutil.copy(lived / "dev.chain", held.path)
    with closing(sqlite3.connect(held.path)) as db, db:
        assert db.execute(statement).rowcount == 1
    report = check_chain_file(held)
    assert any(problem in each for each in report.problems), report.problems
    assert report.executed == 0
    assert report.reason


def test_a_block_that_leads_elsewhere_is_found(lived: Path, held: ChainFileLock) -> None:
    """Header, body and states all fit each other; only executing it shows that it is a lie."""
    shutil.copy(lived / "dev.chain", held.path)
    held.release()
    hosted = OpenChain(lock_chain_file(held.path))
    chain, store = hosted.chain, hosted.chain.store
    hosted.dispatcher.rpc.control.new_blocks(1)
    block, parent = chain.block(chain.best.hash), chain.hash_at(22)
    assert block is not None
    assert parent is not None
    chain.revert_to(parent)
    root = store.state_root(parent)
    assert root is not None
    changes = {b"a lie": b"told"}
    update = store.state(root).update(changes)
    false = block._replace(header=replace(block.header, state_root=update.root))
    store.commit(stored(false), update, changes)
    hosted.close()
    lock = lock_chain_file(held.path)
    report = check_chain_file(lock)
    lock.release()
    assert report.executed == 6
    (problem,) = report.problems
    assert "block #23" in problem


class Older:
    """An older release's runtime: it differs in what it writes under `:code`."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime

    def call(self, entry: str, args: bytes, ext: Externalities) -> bytes:
        answer = self._runtime.call(entry, args, ext)
        if entry == "GenesisBuilder_build_state":
            ext.set(CODE, OLD)
        return answer


def begun_by_an_older_release(path: Path) -> None:
    spec, store = chains.load("dev"), Store(path)
    chain = Chain.open(spec, store, runtime=Older(runtime(spec.interface)))
    store.set_notes({notes.SPEC: spec.text.encode()})
    Control(chain).new_blocks(2)
    chain.close()


def test_what_an_older_release_made_is_not_executed(held: ChainFileLock) -> None:
    begun_by_an_older_release(held.path)
    report = check_chain_file(held)
    assert (report.head.number, report.executed, report.problems) == (2, 0, ())
    assert "another release made them all" in (report.reason or "")
    held.release()
    hosted = OpenChain(lock_chain_file(held.path))
    hosted.dispatcher.rpc.control.new_blocks(2)
    with pytest.raises(UsageError, match="block 3 is an upgrade"):
        write_export(held.path.with_name("export"), hosted.dispatcher.rpc.control.dump)
    hosted.close()
    lock = lock_chain_file(held.path)
    report = check_chain_file(lock)
    lock.release()
    assert (report.head.number, report.executed, report.problems) == (5, 3, ())
    assert "another release made the first ones" in (report.reason or "")


def test_what_is_no_chain(held: ChainFileLock) -> None:
    Store(held.path).close()
    with pytest.raises(ChainFileError, match="holds no chain"):
        check_chain_file(held)
    held.erase()
    held.path.write_bytes(b"noise" * 1000)
    with pytest.raises(ChainFileError, match="not a chain file") as caught:
        check_chain_file(held)
    assert caught.value.hint
