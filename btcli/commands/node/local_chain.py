"""The local chain: its file, the process that has it open, and a node in the background."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

from btcli.failures import NotRunning
from btcli.output import ChainIdentity, Output, Result
from btcli.render.nodes import started_facts
from btsdk.errors import ChainFileError
from local_node.embedded.chain_file import (
    Holder,
    chain_path,
    holder_of,
    locked_error,
    running_or_default,
)

if TYPE_CHECKING:
    from btsdk.client import Client


class NodeDocument(TypedDict):
    """A chain file and the process that has it open."""

    running: bool
    pid: int | None
    endpoint: str | None
    log: str | None
    chain_file: str
    exists: bool


class BlockIdDocument(TypedDict):
    """A block."""

    hash: str
    number: int


class ForkDocument(TypedDict):
    """The origin of a fork."""

    url: str
    block: BlockIdDocument
    genesis: str
    roots: Annotated[Literal["remote", "local"], "`remote` or `local`"]


class ProgressDocument(TypedDict):
    """How far a chain is."""

    chain: str
    block: int
    block_hash: str
    finalized: Annotated[int, "a block number"]
    finality_lag: int
    blocks_made: Annotated[str, "`instant`, `interval` or `manual`"]
    fork: ForkDocument | None
    clock_ahead_s: float


class NodeStatusData(NodeDocument, total=False):
    """The result of `node status`; the fields of `ProgressDocument` only if the chain exists."""

    chain: Annotated[str, "this and the fields below only if the chain exists"]
    block: int
    block_hash: str
    finalized: Annotated[int, "a block number"]
    finality_lag: int
    blocks_made: Annotated[str, "`instant`, `interval` or `manual`"]
    fork: ForkDocument | None
    clock_ahead_s: float


class FundedDocument(TypedDict):
    """An account with TAO."""

    name: str
    ss58: str
    public_key: str
    secret: str | None
    free_tao: str


class StartedNodeData(NodeDocument, total=False):
    """The result of `node start`."""

    chain: Annotated[str, "in the foreground"]
    genesis_hash: Annotated[str, "in the foreground"]
    http: Annotated[str, "in the foreground"]
    accounts: Annotated[list[FundedDocument], "in the foreground"]


STARTED_WITHIN_S = 30.0
STOPPED_WITHIN_S = 15.0
_POLL_S = 0.02
_BLOCKS_PER_REQUEST = 20


def file_of(chain: str | None, chain_file: str | None) -> Path:
    """The chain file: of `--chain-file`, of `--chain`, of the running node, or the default."""
    if chain_file is not None:
        return Path(chain_file).expanduser().resolve()
    if chain is not None:
        return chain_path(short_name(chain)).expanduser().resolve()
    return running_or_default().expanduser().resolve()


def short_name(chain: str) -> str:
    """The name of a chain; for a spec file, the name that it declares."""
    from chain_spec import chains  # noqa: PLC0415  # 0.1 s, and most commands need no spec

    return chain if chain in chains.NAMES else chains.load(chain).chain


def refuse_running(path: Path) -> None:
    """Raise if a node has the file open."""
    holder = holder_of(path)
    if holder is not None and holder.is_node:
        raise locked_error(path, holder)


def log_of(path: Path) -> Path:
    """The log file of a node in the background."""
    return path.with_name(path.name + ".log")


def pid_file(path: Path) -> Path:
    """The pid file of a node in the background, written when it has started."""
    return path.with_name(path.name + ".pid")


def existing_log(path: Path) -> Path:
    """The log of the node in the background, running or not."""
    holder, log = holder_of(path), log_of(path)
    if holder is not None and holder.is_node and not holder.log:
        raise NotRunning(
            f"the node with pid {holder.pid} runs in the foreground and has no log",
            hint="See the terminal that it runs in.",
        )
    if not log.exists():
        raise NotRunning(
            f"no node has run the chain in {path} in the background",
            hint="Start one: `btcli node start -d`.",
        )
    return log


def in_background(output: Output, path: Path) -> Result | None:
    """Fork a process for the node: returns None there, and here the result of the start."""
    holder = go_into_background(path)
    if holder is None:
        return None
    output.chain = ChainIdentity("local", holder.chain, holder.genesis)
    return Result(document(path, holder), (started_facts(path, holder),))


def go_into_background(path: Path) -> Holder | None:
    """Fork: returns None in the child, which outlives this command and writes to a log, and in the
    parent, once the child serves the chain, its `Holder`.

    A fork and not a new interpreter: half of a node's start-up is already done.
    """
    log = log_of(path)
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        writing = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise ChainFileError(str(log), f"cannot be written: {error.strerror}") from error
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        os.close(writing)
        return _served(pid, path, log)
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    for descriptor, target in ((nothing, 0), (writing, 1), (writing, 2)):
        os.dup2(descriptor, target)
    os.close(writing)
    os.close(nothing)
    return None


def _served(pid: int, path: Path, log: Path) -> Holder:
    until = time.monotonic() + STARTED_WITHIN_S
    while time.monotonic() < until:
        holder = holder_of(path)
        if holder is not None and holder.is_node and _is_ready(path, pid):
            return holder
        if os.waitpid(pid, os.WNOHANG)[0]:
            raise ChainFileError(str(path), _log_end(log), hint=f"Log: {log}")
        time.sleep(_POLL_S)
    os.kill(pid, signal.SIGTERM)
    raise ChainFileError(str(path), "the node did not start in time", hint=f"Log: {log}")


def _is_ready(path: Path, pid: int) -> bool:
    try:
        return pid_file(path).read_text() == f"{pid}\n"
    except FileNotFoundError:
        return False


def _log_end(log: Path) -> str:
    lines = log.read_text(errors="replace").split("\n")
    said = [line.removeprefix("Error: ") for line in lines if line.strip()]
    return "the node did not start: " + " ".join(said[-2:])


def stop(path: Path) -> Holder:
    """Stop the node that has the file open, and wait until it has closed it."""
    holder = node_holder(path)
    with contextlib.suppress(ProcessLookupError):
        os.kill(holder.pid, signal.SIGTERM)
    until = time.monotonic() + STOPPED_WITHIN_S
    while time.monotonic() < until:
        now = holder_of(path)
        if now is None or now.pid != holder.pid:
            return holder
        time.sleep(_POLL_S)
    raise ChainFileError(str(path), f"the node with pid {holder.pid} did not stop in time")


def node_holder(path: Path) -> Holder:
    """The node that has the file open; raises if there is none, or if it is another program."""
    holder = holder_of(path)
    if holder is None:
        raise NotRunning(f"no node runs the chain in {path}", hint="Start one: `btcli node start`.")
    if not holder.is_node:
        raise ChainFileError(
            str(path), f"is open in pid {holder.pid}, which is not a node", hint="End that process."
        )
    return holder


def document(path: Path, holder: Holder | None) -> NodeDocument:
    """The chain file and the process that has it open."""
    return {
        "running": holder is not None and holder.is_node,
        "pid": holder.pid if holder else None,
        "endpoint": (holder.endpoint or None) if holder else None,
        "log": (holder.log or None) if holder else None,
        "chain_file": str(path),
        "exists": path.exists(),
    }


def progress(client: Client) -> ProgressDocument:
    """The progress of the chain, read from the chain."""
    status = client.call("dev_status")
    head = client.head()
    return {
        "chain": client.call("system_chain"),
        "block": head.number,
        "block_hash": head.hash,
        "finalized": status["finalized"]["number"],
        "finality_lag": status["finalityLag"],
        "blocks_made": status["mode"],
        "fork": client.call("dev_nodeInfo")["fork"],
        "clock_ahead_s": round(status["aheadMs"] / 1000, 3),
    }


def advance(client: Client, count: int) -> int:
    """Produce blocks, a few in each request, so that no request times out."""
    for begun in range(0, count, _BLOCKS_PER_REQUEST):
        client.call("dev_newBlock", min(_BLOCKS_PER_REQUEST, count - begun))
    return count


def advance_to_epoch(client: Client, netuid: int) -> int:
    """Produce blocks until the subnet's next epoch has run, and return how many."""
    head = client.head()
    advance(client, (head.epoch_schedule(netuid).blocks_until_next_epoch or 1) - 1)
    # An epoch may be put off by those of other subnets; the node waits for it.
    client.call("dev_advanceToEpoch", netuid)
    return client.head().number - head.number
