"""Text of nodes, chains and files cannot repaint what a person reads before signing, or after."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import functools
import io
import json
import logging
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints
from unittest import mock

import pytest
import websockets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from websockets.asyncio.client import connect
from websockets.asyncio.server import serve

from btcli import failures
from btcli.accounts.portfolio import Holding, Valuation
from btcli.commands.node import node_log
from btcli.commands.stake.trades import TradePart
from btcli.commands.wallet.key_creation import KeyFile
from btcli.output import ChainIdentity, Output, Result
from btcli.progress import SubmissionProgress
from btcli.render import balances, nodes, stakes, subnets, transactions, wallets
from btcli.render.blocks import Facts, Line, Lines, Table
from btcli.terminal import rich_screen
from btcli.terminal.block import Block
from btsdk import errors
from btsdk.keys import Keypair
from btsdk.reads.balances import Balance
from btsdk.reads.metagraph import Metagraph
from btsdk.reads.registration import Registration
from btsdk.reads.stakes import Stake
from btsdk.reads.subnets import Subnet
from btsdk.tx.follow import Progress
from btsdk.tx.prepare import Preview
from btsdk.tx.receipt import Receipt
from btsdk.units import Alpha, Tao
from btsdk.wallet import Finding, Problem, Wallet, WalletEntry
from local_node import LocalChain
from local_node.embedded.chain_file import Holder
from tests.cli.running import Cli
from tests.node_process import NodeProcess

MARK = "forged"
"""Every foreign text holds it: a line of ours that begins with it was begun by somebody else."""

_NASTY = [
    *map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0)), "\xa0", "\xad",
    *"\u200b\u200c\u200d\u200e\u200f\u061c\u2028\u2029\ufeff\u034f\u3164\u2800\ufe0f",
    *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2060, 0x2070)),
    "\U000e0041", "\ud83d", "\ue000", "\u0301", "\u0338", "\u20dd", "日", "é", "א",
    "\x1b[2J", "\x1b[31m", "\x1b]0;x\x07", "\x1b[1A", "\x9b1A", "\r\n", "[bold]", ":smile:", " ",
]  # fmt: skip
FOREIGN = st.builds(
    lambda before, after: f"{before}\n{MARK}{after}",
    *[st.lists(st.sampled_from(_NASTY), max_size=12).map("".join)] * 2,
)
_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_OURS = re.compile(r"\r\x1b\[2K")
ALICE = Keypair.from_uri("//Alice").ss58_address
HASH = "0x" + "ab" * 32

attack = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def assert_harmless(shown: str) -> None:
    """Nothing below 0x20 but line ends, nothing that a terminal obeys or hides, no foreign line."""
    wrong = {sign for sign in shown if not sign.isprintable() and sign != "\n"}
    assert not wrong, (wrong, shown)
    assert not re.search("[\ufe0f\u034f\u3164\u2800\u20dd]", shown)
    assert not re.search(rf"^{MARK}", shown, re.MULTILINE), shown


class Tty(io.StringIO):
    """A stream that says it is a terminal, of 60 columns."""

    def isatty(self) -> bool:
        return True


def on_terminal(blocks: Sequence[Block]) -> str:
    """What a terminal gets, without the styles that Rich adds: those of others are escaped."""
    stream = Tty()
    with mock.patch.dict("os.environ", {"COLUMNS": "60", "TERM": "xterm"}):
        rich_screen.show(blocks, stream)
    return _STYLE.sub("", stream.getvalue())


def spoken(act: Callable[[], object], stream: type[io.StringIO] = io.StringIO) -> str:
    """What something writes to both standard streams."""
    both = stream()
    variables = mock.patch.dict("os.environ", {"COLUMNS": "60"})
    with variables, contextlib.redirect_stdout(both), contextlib.redirect_stderr(both):
        act()
    return both.getvalue()


def filled(kind: Any, text: str) -> Any:
    """A value of a type, with `text` in every text of it, whatever fields it has or will have."""
    simple = {str: text, int: 1, bool: True, float: 1.5, Tao: Tao.from_rao(5), Path: Path(text)}
    if kind in simple:
        return simple[kind]
    if kind is Alpha:
        return Alpha.from_rao(5, 1)
    arguments = get_args(kind)
    if get_origin(kind) is Literal:
        return arguments[0]
    if get_origin(kind) in (tuple, list):
        return get_origin(kind)(filled(arguments[0], text) for _ in range(2))
    if arguments:
        return filled(arguments[0], text)
    if dataclasses.is_dataclass(kind):
        fields = get_type_hints(kind)
        names = [field.name for field in dataclasses.fields(kind)]
        return kind(**{name: filled(fields[name], text) for name in names})
    return None


def screens(text: str) -> Iterator[Block]:
    """Every table, list and line of the terminal, with `text` wherever a text can come in."""
    _scene, tao = ChainIdentity(text, text, text), Tao.from_rao(5)
    worth = Valuation(tao, tao)
    held, stake, key = filled(Balance, text), filled(Stake, text), filled(KeyFile, text)
    yield balances.balances([balances.Row(text, text, held, worth)], tao)
    yield balances.balances(
        [balances.Row(text, text, held, worth), balances.Row(None, text, held, worth)], tao
    )
    yield stakes.stake_table(text, [Holding(stake, tao, worth)] * 2, worth)
    yield stakes.stake_table(text, [], worth)
    yield stakes.choice_table([((text, 1), Alpha.from_rao(1, 1))])
    yield stakes.part_table([filled(TradePart, text)], [None])
    subnet, graph = filled(Subnet, text), _graph(text)
    yield subnets.subnet_table([subnet])
    yield subnets.subnet_facts(subnet, filled(Registration, text), graph)
    yield nodes.status_facts(_status(text))
    yield nodes.started_facts(Path(text), Holder(7, text, text, text, True, text))
    yield wallets.wallet_table([filled(WalletEntry, text)], Path(text), coldkeys_only=False)
    yield wallets.wallet_table([], Path(text), coldkeys_only=False)
    yield wallets.key_facts(key)
    yield wallets.findings_table([Finding(Problem.OPEN_FILE, Path(text), text, text)])
    yield transactions.preview_facts(filled(Preview, text))
    yield transactions.receipt_facts(filled(Receipt, text))
    yield transactions.announcement_facts({"real": text, "call_hash": text, "call_data": text})
    yield Facts([(text, text)], title=text)
    yield Table((text, "b"), [(text, text), ("x", "y")], title=text)
    yield Table(("a",), [], empty=text)
    yield Line(text)
    yield Lines([text, text])


def _graph(text: str) -> Metagraph:
    """A chain's metagraph with `text` as the name and the symbol of its subnet."""
    data = text.encode("utf-8", "surrogatepass")
    return Metagraph(1, 0, {**_fetched_graph(), "name": data, "symbol": data})


@functools.cache
def _fetched_graph() -> Mapping[str, Any]:
    with LocalChain() as chain:
        return chain.client.head().metagraph(1).fetched


def _status(text: str) -> dict[str, Any]:
    return {
        "running": True, "pid": 7, "endpoint": text, "exists": True, "block": 1,
        "block_hash": text, "clock_ahead_s": 0, "finalized": 1, "finality_lag": 0,
        "fork": {"roots": text, "block": {"number": text}, "url": text},
        "chain_file": text, "log": text,
    }  # fmt: skip


@attack
@given(FOREIGN)
def test_every_screen(text: str) -> None:
    for block in screens(text):
        assert_harmless(block.plain())
        assert_harmless(on_terminal([block]))
        assert re.search(f"{MARK}|…", block.plain()), "nothing is dropped silently"


class Careless:
    """A block that shows text as it is."""

    def __init__(self, text: str) -> None:
        self.text = text

    def plain(self) -> str:
        return self.text

    def rich(self, fits: Callable[[Any], bool]) -> Any:
        from rich.text import Text

        return Text(self.text, "bold red", no_wrap=True)


@attack
@given(FOREIGN)
def test_a_block_that_forgets_it_is_made_harmless_by_the_sink(text: str) -> None:
    ours = text.replace("\n", " ")  # the line ends of a block are its own
    shown = on_terminal([Careless(ours)])
    assert_harmless(shown.replace(MARK, ""))
    plain = spoken(lambda: Output().show(Careless(ours)))
    assert_harmless(plain.replace(MARK, ""))


def _errors(text: str) -> list[BaseException]:
    return [
        errors.RpcError("system_chain", -1, text, text),
        errors.ProtocolError(text, hint=text),
        errors.DecodeError(text, offset=3),
        errors.ConnectError(text, text, hint=text),
        errors.TransactionRefused(1010, text),
        errors.TransactionDropped(text, text),
        errors.DispatchError(text, text, text),
        errors.IncompatibleItem(text, text, text),
        errors.WalletError(text, text),
        errors.AddressError(text, text),
        FileNotFoundError(2, text, text),
        RuntimeError(text),
        KeyError(text),
    ]


@attack
@given(FOREIGN)
def test_every_error_and_hint(text: str) -> None:
    for error in _errors(text):
        failure = failures.failure_of(error)
        for stream in (io.StringIO, Tty):
            output = Output(chain=ChainIdentity(text, text, text))
            assert_harmless(spoken(lambda: output.failure(failure), stream))  # noqa: B023
        shown = spoken(lambda: Output(as_json=True).failure(failure))  # noqa: B023
        assert shown.isascii()
        assert_harmless(shown)
        assert json.loads(shown)["error"]["message"] == failure.message
    assert_harmless(spoken(lambda: Output().failure(failures.usage_failure(text, text))))
    assert_harmless(spoken(lambda: _debugged(RuntimeError(text))))


def _debugged(error: Exception) -> None:
    try:
        raise error
    except RuntimeError as caught:
        Output().traceback(caught)


@attack
@given(FOREIGN)
def test_every_remark_question_and_line(text: str) -> None:
    def act() -> None:
        output = Output(chain=ChainIdentity(text, text, text))
        output.say(text)
        output.say_once(text)
        output.warn(text, text)
        output.line(text)
        output.result(Result({}, (Line(text),)))
        follow = SubmissionProgress(output, verbose=True)
        follow(Progress(text, text, text))
        SubmissionProgress(output, verbose=False)(Progress("retracted", text, text))
        with mock.patch("sys.stdin", io.StringIO("y\n")):
            output.question(f"{text} [y/N] ")
        with mock.patch("getpass.getpass") as asked:
            output.hidden(text)
        print(asked.call_args.args[0])

    for stream in (io.StringIO, Tty):
        shown = spoken(act, stream)
        if stream is Tty:
            shown = _STYLE.sub("", shown)
        assert_harmless(shown)

    progress = _OURS.sub("", spoken(lambda: Output().progress(text), Tty))
    assert "\n" not in progress
    assert_harmless(progress)


@attack
@given(FOREIGN)
def test_every_line_of_a_log(text: str) -> None:
    # pytest keeps what is logged, and cannot send a lone surrogate from one process to another.
    text = text.encode(errors="replace").decode()

    def act() -> None:
        logger = logging.getLogger("local_node.requests")
        node_log.say(text, block=text)
        logger.warning("%s", text)
        try:
            raise ValueError(text)
        except ValueError:
            logger.exception(text)

    for form in ("text", "json"):
        both = io.StringIO()
        with (
            contextlib.redirect_stdout(both),
            contextlib.redirect_stderr(both),
            node_log.logging_as(cast(node_log.Format, form), "info"),
        ):
            act()
        assert_harmless(both.getvalue().replace(f"\n  {MARK}", "\n"))
        if form == "json":
            lines = [json.loads(line) for line in both.getvalue().splitlines()]
            assert [line["message"] for line in lines] == [text] * 3


@attack
@given(FOREIGN)
def test_json_holds_the_exact_text(text: str) -> None:
    output = Output(as_json=True, chain=ChainIdentity(text, text, text))
    shown = spoken(lambda: output.result(Result({"name": text})))
    assert shown.isascii()
    assert_harmless(shown)
    document = json.loads(shown)
    assert (document["data"]["name"], document["network"]) == (text, text)


def test_a_flood_neither_hides_the_preview_nor_fills_the_screen() -> None:
    flood = "x " * 100_000
    shown = on_terminal(
        [transactions.preview_facts(dataclasses.replace(filled(Preview, "effect"), chain=flood))]
    )
    assert len(shown.splitlines()) < 20
    failure = failures.failure_of(errors.RpcError("system_chain", 1, flood))
    said = spoken(lambda: Output().failure(failure))
    assert len(said) < 3_000
    assert "characters)" in said
    marks = on_terminal([Line("a" + "\u0301" * 1_000)])
    assert marks.count("\u0301") == 3


def test_rich_keeps_its_own_styles() -> None:
    stream = Tty()
    with mock.patch.dict("os.environ", {"COLUMNS": "60", "TERM": "xterm"}):
        rich_screen.show([Facts([("label", "value")], title="Title")], stream)
    assert "\x1b[1mTitle" in stream.getvalue()


# A lying endpoint, and a real terminal

ATTACK = f"\x1b[2J\x1b[1;1H{MARK}\r\n{MARK}\u202e\x9b2J\x7f dev"


class LyingEndpoint:
    """A proxy in front of an honest node, which puts its own text wherever an answer has one."""

    def __init__(self, node: NodeProcess, *, refuses: str = "") -> None:
        self._upstream = node.endpoint
        self._refuses = refuses
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self.endpoint = ""

    def __enter__(self) -> LyingEndpoint:
        self._thread.start()
        assert self._started.wait(30)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(30)

    async def _run(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        async with serve(self._serve, "127.0.0.1", 0, max_size=None) as server:
            host, port = next(iter(server.sockets)).getsockname()[:2]
            self.endpoint = f"ws://{host}:{port}"
            self._started.set()
            await self._stop.wait()

    async def _serve(self, client: Any) -> None:
        asked: dict[Any, str] = {}
        async with connect(self._upstream, max_size=None, proxy=None) as upstream:

            async def forward() -> None:
                async for message in client:
                    sent = json.loads(message)
                    for one in sent if isinstance(sent, list) else [sent]:
                        asked[one.get("id")] = one.get("method", "")
                    await upstream.send(message)
                await upstream.close()

            task = asyncio.create_task(forward())
            with contextlib.suppress(websockets.ConnectionClosed):
                async for message in upstream:
                    await client.send(json.dumps(self._answer(json.loads(message), asked)))
            task.cancel()

    def _answer(self, answer: Any, asked: dict[Any, str]) -> Any:
        if isinstance(answer, list):
            return [self._answer(one, asked) for one in answer]
        method = asked.get(answer.get("id"), "")
        if self._refuses and method == self._refuses:
            error = {"code": -32000, "message": ATTACK, "data": ATTACK}
            return {"jsonrpc": "2.0", "id": answer["id"], "error": error}
        if method in ("system_chain", "system_name", "system_version"):
            answer["result"] = ATTACK
        return answer


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NodeProcess]:
    process = NodeProcess("dev", tmp_path_factory.mktemp("node") / "dev.chain")
    yield process
    process.stop()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    made = Cli(tmp_path_factory.mktemp("world"))
    wallet = Wallet("alice", path=made.wallets)
    wallet.regenerate_coldkey(Keypair.from_uri("//Alice"), None)
    wallet.regenerate_hotkey(Keypair.from_uri("//Alice//hot"))
    return made


TRANSFER = ("wallet", "transfer", "-w", "alice", "--dest", ALICE, "--amount", "1")


@pytest.mark.slow
def test_a_lying_endpoint_cannot_repaint_the_preview(world: Cli, node: NodeProcess) -> None:
    with LyingEndpoint(node) as liar:
        words = (*TRANSFER, "--network", liar.endpoint)
        with world.terminal(*words, COLUMNS="80") as shown:
            shown.until("[y/N]", 90)
            shown.press("n\n")
            shown.end()
        assert_harmless(_STYLE.sub("", shown.raw).replace("\r\n", "\n"))
        assert r"\x1b[2J" in shown.text
        done = world(*words, "-v", stdin="n\n")
        assert_harmless(done.out + done.err)
        exact = world(*words, "--dry-run", "--json")
        assert exact.json()["success"]
        assert_harmless(exact.out)


@pytest.mark.slow
@pytest.mark.parametrize("method", ["system_chain", "state_getRuntimeVersion", "state_getStorage"])
def test_a_lying_endpoint_cannot_repaint_with_errors(
    world: Cli, node: NodeProcess, method: str
) -> None:
    with LyingEndpoint(node, refuses=method) as liar:
        words = ("wallet", "balance", "--ss58", ALICE, "--network", liar.endpoint)
        with world.terminal(*words, COLUMNS="80") as shown:
            shown.end()
        assert_harmless(_STYLE.sub("", shown.raw).replace("\r\n", "\n"))
        assert_harmless(world(*words).err)
        assert_harmless(world(*words, "--json").out)


@pytest.mark.slow
def test_names_on_the_chain_and_on_the_command_line(world: Cli) -> None:
    name = f"\x1b[2J{MARK}\u202e\r\n{MARK}"
    create = ("subnets", "create", "-w", "alice", "--subnet-name", name, "-y")
    with world.terminal(*create, COLUMNS="80") as shown:
        code, _ = shown.end()
    assert code == 0
    assert_harmless(_STYLE.sub("", shown.raw).replace("\r\n", "\n"))
    for words in (("subnets", "list"), ("subnets", "show", "--netuid", "2")):
        with world.terminal(*words, COLUMNS="120") as shown:
            code, text = shown.end()
        assert code == 0
        assert_harmless(_STYLE.sub("", shown.raw).replace("\r\n", "\n"))
        assert r"\x1b[2J" in text
        assert_harmless(world(*words).out)
    listed = world("subnets", "list", "--json").data()["subnets"]
    assert name in [subnet["name"] for subnet in listed]
    for words in (("wallet", name), ("wallet", "balance", "-w", name), ("config", "get", name)):
        done = world(*words)
        assert done.exit_code in (2, 4)
        assert_harmless(done.err)
