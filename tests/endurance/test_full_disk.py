"""A disk without room: the node says so, goes on answering, and goes on once there is room."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from btsdk.keys import Keypair
from chain_spec import chains
from local_node.chain.chain import Chain
from local_node.state.store import Store
from tests.node_process import NodeProcess
from tests.runtimes import RUNTIMES, Ground
from tests.wire import Composer, Wire, WireError, eventually, wire

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
TAO = 1_000_000_000
DISK = 16 * 1024 * 1024
MOST_BLOCKS = 4000


class Disk(Protocol):
    """A place for a chain file, whose room a test can take and give back."""

    folder: Path

    def fill(self, node: NodeProcess) -> None:
        """Leave the node a few hundred KiB."""

    def free(self, node: NodeProcess) -> None:
        """Give the room back."""


class Limited:
    """A limit on the size of the node's files: writing beyond it fails, as it does on a full disk,
    with another errno."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, node: NodeProcess) -> None:
        largest = max(path.stat().st_size for path in self.folder.iterdir())
        self._limit(node, largest + 256 * 1024)

    def free(self, node: NodeProcess) -> None:
        self._limit(node, resource.RLIM_INFINITY)

    def _limit(self, node: NodeProcess, size: int) -> None:
        resource.prlimit(node.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


class Small:
    """A file system of 16 MB in memory, and a file that takes what is left of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, node: NodeProcess) -> None:
        found = os.statvfs(self.folder)
        room = found.f_bavail * found.f_frsize
        (self.folder / "ballast").write_bytes(bytes(max(room - 256 * 1024, 0)))

    def free(self, node: NodeProcess) -> None:
        (self.folder / "ballast").unlink()


@contextlib.contextmanager
def mounted(folder: Path) -> Iterator[Small]:
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "none", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"no file system can be mounted here: {done.stderr.strip()}")
    try:
        yield Small(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture(params=["limited", "small"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    if request.param == "limited":
        yield Limited(folder)
    else:
        with mounted(folder) as small:
            yield small


def refused(link: Wire, composer: Composer) -> WireError:
    """What is answered to the first transfer that finds no room."""
    call = composer.transfer(BOB, TAO)
    for nonce in range(composer.nonce(ALICE), MOST_BLOCKS):
        try:
            link.call("author_submitExtrinsic", composer.signed(ALICE, call, nonce))
        except WireError as error:
            return error
    raise AssertionError("the disk never filled up")


@contextlib.contextmanager
def running(path: Path, ground: Ground) -> Iterator[NodeProcess]:
    """A node that ends well, or is killed where the test fails."""
    node = NodeProcess(ground.chain, path)
    try:
        yield ground.ready(node)
    except BaseException:
        node.kill()
        raise
    assert node.stop() == 0


def carried_out(composer: Composer) -> int:
    """Alice's transfers that are in blocks; those in the pool do not count."""
    item = composer.metadata.storage("System", "Account")
    raw = composer.node.call("state_getStorage", "0x" + item.key(ALICE.public_key).hex())
    return int(item.decode(bytes.fromhex(raw[2:]))["nonce"])


@pytest.mark.slow
@pytest.mark.parametrize("ground", RUNTIMES)
def test_a_full_disk_loses_nothing_and_holds_up_nobody(disk: Disk, ground: Ground) -> None:
    path = disk.folder / "one.chain"
    with running(path, ground) as node, wire(node.endpoint) as link, wire(node.endpoint) as other:
        composer = Composer(link)
        before = composer.free(BOB)
        disk.fill(node)
        error = refused(link, composer)
        assert str(path) in error.message
        assert "Traceback" not in error.message
        best = other.call("chain_getBlockHash")
        header = other.call("chain_getHeader", best)
        done = carried_out(composer)
        assert composer.free(BOB) == before + done * TAO

        disk.free(node)
        link.call("dev_newBlock")
        assert eventually(lambda: carried_out(composer) == done + 1)  # it was in the pool meanwhile
        later = composer.signed(ALICE, composer.transfer(BOB, TAO), done + 1)
        link.call("author_submitExtrinsic", later)
        assert composer.free(BOB) == before + (done + 2) * TAO
        assert other.call("chain_getHeader", best) == header
        assert other.call("chain_getBlockHash", int(header["number"], 16)) == best
    chain = Chain.open(chains.load(ground.chain), Store(path))
    assert chain.check(execute=True) == []
    chain.close()
