"""The options of the `btcli node` commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from btcli.commands.node.node_log import Format, Level
from btsdk.errors import UsageError
from local_node.server.access import Methods, read_origins

FreshOption = Annotated[bool, Option("--fresh", help="Delete an existing chain first.")]
HostOption = Annotated[
    str,
    Option(
        "--host",
        metavar="ADDRESS",
        help="Address to listen on; 0.0.0.0 lets other machines connect.",
    ),
]
PortOption = Annotated[
    int, Option("--port", min=0, max=65_535, help="Port to listen on; 0 picks a free one.")
]
DaemonOption = Annotated[bool, Option("--daemon", "-d", help="Run in the background.")]
ConfigOutOption = Annotated[
    Path | None,
    Option("--config-out", metavar="FILE", help="Write endpoints and accounts to this JSON file."),
]
LogFormatOption = Annotated[
    Format, Option("--log-format", metavar="text|json", help="Format of log lines.")
]
LogLevelOption = Annotated[
    Level,
    Option("--log-level", metavar="debug|info|warning|error", help="Minimum level of log lines."),
]
RuntimeOption = Annotated[
    Path | None,
    Option(
        "--runtime",
        metavar="FILE|remote",
        help="Compiled runtime of a new chain; remote: that of the forked network.",
    ),
]
ForkOption = Annotated[
    str | None,
    Option(
        "--fork",
        metavar="NETWORK|URL",
        help="Fork a live network; its state is read on demand.",
    ),
]
BeaconOption = Annotated[
    bool,
    Option(
        "--beacon",
        help="Run the development beacon on a new chain, to reveal committed weights.",
    ),
]
AtOption = Annotated[
    str | None,
    Option(
        "--at",
        metavar="NUMBER|HASH",
        help="Block to fork; by default the latest finalized one.",
    ),
]
PrefetchOption = Annotated[
    list[str] | None,
    Option(
        "--prefetch",
        metavar="ITEM",
        help="State to read at the start: Pallet, Pallet.Item, netuid:1, 0x… (repeatable).",
    ),
]


def _states(text: str | None) -> str | None:
    """A number above 0, or `all`; `archive`, Substrate's word, is `all`."""
    if text is None or text.lower() in ("all", "archive"):
        return text and "all"
    if text.isascii() and text.isdigit() and int(text) > 0:
        return text
    raise UsageError(f"--keep-states takes a number above 0 or all, not {text!r}")


KeepStatesOption = Annotated[
    str | None,
    Option(
        "--keep-states",
        "--state-pruning",
        metavar="N|all",
        callback=_states,
        help="Number of recent states to keep; stored in the chain file.",
    ),
]
FinalityLagOption = Annotated[
    int | None,
    Option(
        "--finality-lag",
        metavar="BLOCKS",
        min=0,
        max=4_294_967_295,
        help="Blocks between the best and the finalized block; stored in the chain file.",
    ),
]
FollowOption = Annotated[
    bool, Option("--follow", "-f", help="Print new lines until the node ends.")
]
LinesOption = Annotated[int, Option("--lines", "-n", min=0, help="Number of lines to show.")]
ExportFile = Annotated[Path, Argument(metavar="FILE", help="File of the exported chain.")]

# Access to the RPC port, and its limits

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
        help="Web origin to allow besides localhost (repeatable).",
        rich_help_panel=RPC,
    ),
]
RpcMethodsOption = Annotated[
    Methods,
    Option(
        "--rpc-methods",
        metavar="auto|safe|unsafe",
        help="RPC methods to serve; auto: unsafe ones on loopback only.",
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
        help="Maximum number of subscriptions per connection.",
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
