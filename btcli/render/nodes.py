"""The local chain and its node on a screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from btcli.render.blocks import Facts
from local_node.chain_file import Holder


def started_facts(path: Path, holder: Holder) -> Facts:
    """A node that now runs in the background."""
    return Facts(
        (
            ("endpoint", holder.endpoint),
            ("pid", str(holder.pid)),
            ("chain file", str(path)),
            ("log", holder.log),
        ),
        title="The node runs. `btcli node stop` ends it.",
    )


def status_facts(data: Mapping[str, Any]) -> Facts:
    """The document of `node status`, for people."""
    rows = []
    if data["running"]:
        rows += [("node", f"runs, pid {data['pid']}"), ("endpoint", str(data["endpoint"]))]
    elif data["pid"]:
        rows.append(("node", f"none; another program has the chain open, pid {data['pid']}"))
    else:
        rows.append(("node", "none runs; commands open the chain by themselves"))
    if not data["exists"]:
        rows.append(("chain", "none yet; the first command makes it"))
    if "block" in data:
        ahead = data["clock_ahead_s"]
        rows += [
            ("block", f"{data['block']} {data['block_hash']}"),
            ("clock", f"{ahead:.1f} s ahead of the wall's" if ahead else "as the wall's"),
        ]
    rows.append(("chain file", str(data["chain_file"])))
    if data["log"]:
        rows.append(("log", str(data["log"])))
    return Facts(rows)
