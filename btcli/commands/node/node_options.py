"""The options of `btcli node`'s commands that no other command has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from btcli.commands.node.node_log import Format, Level
from btsdk.errors import UsageError
from local_node.server.access import Methods, read_origins

FreshOption = Annotated[bool, Option("--fresh", help="Delete the chain first.")]
HostOption = Annotated[
    str,
    Option(
        "--host",
        metavar="ADDRESS",
        help="The address to listen on; 0.0.0.0 lets other machines reach the node.",
    ),
]
PortOption = Annotated[int, Option("--port", min=0, max=65_535, help="0 takes a free one.")]
DaemonOption = Annotated[bool, Option("--daemon", "-d", help="In the background.")]
ConfigOutOption = Annotated[
    Path | None,
    Option("--config-out", metavar="FILE", help="Write endpoints and accounts there, as JSON."),
]
LogFormatOption = Annotated[
    Format, Option("--log-format", metavar="text|json", help="How log lines look.")
]
LogLevelOption = Annotated[
    Level,
    Option("--log-level", metavar="debug|info|warning|error", help="What is worth a line."),
]
RuntimeOption = Annotated[
    Path | None,
    Option(
        "--runtime",
        metavar="FILE|remote",
        help="Begin the chain with this compiled runtime; of a fork, run the network's own.",
    ),
]
ForkOption = Annotated[
    str | None,
    Option(
        "--fork",
        metavar="NETWORK|URL",
        help="Go on from a block of a live network, whose state is read when it is needed.",
    ),
]
BeaconOption = Annotated[
    bool,
    Option(
        "--beacon",
        help="Start a new chain with the development beacon, which reveals sealed weights.",
    ),
]
AtOption = Annotated[
    str | None,
    Option(
        "--at",
        metavar="NUMBER|HASH",
        help="Fork this block; otherwise the newest finalized one.",
    ),
]
PrefetchOption = Annotated[
    list[str] | None,
    Option(
        "--prefetch",
        metavar="ITEM",
        help="Read this of the fork at once: a Pallet, a Pallet.Item, netuid:1, 0x… (repeatable).",
    ),
]


def _states(text: str | None) -> str | None:
    """A number from 1 up, or `all`, which Substrate calls `archive`."""
    if text is None or text.lower() in ("all", "archive"):
        return text and "all"
    if text.isascii() and text.isdigit() and int(text) > 0:
        return text
    raise UsageError(f"--keep-states: a number of blocks from 1 up is wanted, or all; not {text!r}")


KeepStatesOption = Annotated[
    str | None,
    Option(
        "--keep-states",
        "--state-pruning",
        metavar="N|all",
        callback=_states,
        help="Of how many blocks, from now on; the chain file remembers it.",
    ),
]
FinalityLagOption = Annotated[
    int | None,
    Option(
        "--finality-lag",
        metavar="BLOCKS",
        min=0,
        max=4_294_967_295,
        help="How far finality is behind, 0: instant; the chain file remembers it.",
    ),
]
FollowOption = Annotated[bool, Option("--follow", "-f", help="And what is written from now on.")]
LinesOption = Annotated[int, Option("--lines", "-n", min=0, help="So many of the last lines.")]
ExportFile = Annotated[Path, Argument(metavar="FILE", help="The exported chain.")]

# Who may use the port, and how much of it

RPC = "RPC"


def _origins(texts: list[str] | None) -> list[str] | None:
    return texts and sorted(read_origins(texts))


AllowOriginOption = Annotated[
    list[str] | None,
    Option(
        "--allow-origin",
        "--rpc-cors",
        metavar="ORIGIN|all",
        callback=_origins,
        help="Allow web pages of this origin, beside those of localhost (repeatable).",
        rich_help_panel=RPC,
    ),
]
RpcMethodsOption = Annotated[
    Methods,
    Option(
        "--rpc-methods",
        metavar="auto|safe|unsafe",
        help="Serve all methods or only safe ones; auto: all methods on loopback only.",
        rich_help_panel=RPC,
    ),
]
MaxConnectionsOption = Annotated[
    int,
    Option(
        "--rpc-max-connections",
        metavar="COUNT",
        min=1,
        help="Maximum number of connections, WebSocket and HTTP together.",
        rich_help_panel=RPC,
    ),
]
MaxRequestOption = Annotated[
    int,
    Option(
        "--rpc-max-request-size",
        metavar="MIB",
        min=1,
        help="Maximum size of a request, in MiB.",
        rich_help_panel=RPC,
    ),
]
MaxResponseOption = Annotated[
    int,
    Option(
        "--rpc-max-response-size",
        metavar="MIB",
        min=1,
        help="Maximum size of a response, in MiB.",
        rich_help_panel=RPC,
    ),
]
MaxSubscriptionsOption = Annotated[
    int,
    Option(
        "--rpc-max-subscriptions-per-connection",
        metavar="COUNT",
        min=1,
        help="Maximum number of subscriptions of a connection.",
        rich_help_panel=RPC,
    ),
]
MaxBatchOption = Annotated[
    int,
    Option(
        "--rpc-max-batch-request-len",
        metavar="LEN",
        min=1,
        help="Maximum number of requests in a batch.",
        rich_help_panel=RPC,
    ),
]
