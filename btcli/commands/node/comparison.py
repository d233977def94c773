"""The comparison of two runtimes for `btcli node compare`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from btcli.output import Result
from btcli.render.blocks import Line, Table
from btcli.terminal.block import Block
from chain_spec import chains
from local_node.runtime_diff.compare import Compared, compare
from local_node.runtime_diff.script import read_script


def compare_runtimes(one: str, other: str, script: Path) -> Result:
    """Run a script on new chains of two specs and report the differences."""
    steps = read_script(script)
    found = list(compare(chains.load(one), chains.load(other), steps))
    differing = [each for each in found if each.differences]
    document = {
        "chain": one,
        "with": other,
        "steps": [_document(each) for each in found],
        "differing": len(differing),
    }
    blocks: tuple[Block, ...] = (Line(f"{len(differing)} of {len(found)} steps differ."),)
    if differing:
        rows = [
            (str(each.step), difference.kind, difference.one, difference.other)
            for each in differing
            for difference in each.differences
        ]
        blocks = (Table(("step", "in", one, other), rows), *blocks)
    return Result(document, blocks)


def _document(each: Compared) -> dict[str, Any]:
    sides = {
        name: {
            "error": outcome.error,
            "fee_rao": outcome.fee,
            "events": [event for event, _ in outcome.events],
            "storage": outcome.storage,
        }
        for name, outcome in (("one", each.one), ("other", each.other))
    }
    kinds = [difference.kind for difference in each.differences]
    return {"step": str(each.step), "differences": kinds, **sides}
