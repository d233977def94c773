"""Facts about the local chain and its node."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from btcli.render.blocks import Facts
from local_node.embedded.chain_file import Holder


def counted(blocks: int) -> str:
    """`1 block`, `2 blocks`."""
    return f"{blocks:,} block{'' if blocks == 1 else 's'}"


def started_facts(path: Path, holder: Holder) -> Facts:
    """A node that was started in the background."""
    return Facts(
        (
            ("endpoint", holder.endpoint),
            ("pid", str(holder.pid)),
            ("chain file", str(path)),
            ("log", holder.log),
        ),
        title="The node is running. Stop it with `btcli node stop`.",
    )


def status_facts(data: Mapping[str, Any]) -> Facts:
    """The result of `node status`."""
    rows = []
    if data["running"]:
        rows += [("node", f"running, pid {data['pid']}"), ("endpoint", str(data["endpoint"]))]
    elif data["pid"]:
        rows.append(("node", f"not running; pid {data['pid']} has the chain open"))
    else:
        rows.append(("node", "not running; commands open the chain file themselves"))
    if not data["exists"]:
        rows.append(("chain", "does not exist; the first command creates it"))
    if "block" in data:
        ahead = data["clock_ahead_s"]
        rows += [
            ("block", f"{data['block']} {data['block_hash']}"),
            ("finalized", _finalized(data)),
            (
                "clock",
                f"{ahead:,.1f} s ahead of the system clock" if ahead else "system time",
            ),
            *fork_facts(data["fork"]),
        ]
    rows.append(("chain file", str(data["chain_file"])))
    if data["log"]:
        rows.append(("log", str(data["log"])))
    return Facts(rows)


def fork_facts(fork: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    """The origin of a fork, from `dev_nodeInfo`; nothing for other chains."""
    if fork is None:
        return []
    roots = "" if fork["roots"] == "remote" else "; without proofs, so state roots are local"
    return [("fork of", f"block {fork['block']['number']} of {fork['url']}{roots}")]


def _finalized(data: Mapping[str, Any]) -> str:
    lag = data["finality_lag"]
    return f"{data['finalized']}" + (f", {lag:,} behind the best block" if lag else "")
