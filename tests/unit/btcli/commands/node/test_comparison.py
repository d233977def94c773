"""The report of `btcli node compare` where nothing differs."""

from __future__ import annotations

from pathlib import Path

from btcli.commands.node.comparison import compare_runtimes
from btcli.render.blocks import Line

SCRIPT = """
[[steps]]
signer = "//Alice"
call = "System.remark"
args = { remark = "0x00" }
"""


def test_a_runtime_does_not_differ_from_itself(tmp_path: Path) -> None:
    script = tmp_path / "script.toml"
    script.write_text(SCRIPT)
    found = compare_runtimes("dev", "dev", script)
    assert found.blocks == (Line("0 of 1 steps differ."),)
    assert (found.data["chain"], found.data["with"], found.data["differing"]) == ("dev", "dev", 0)
    [step] = found.data["steps"]
    assert (step["step"], step["differences"]) == ("System.remark by //Alice", [])
    assert step["one"] == step["other"]
    assert step["one"]["error"] is None
    assert step["one"]["fee_rao"] > 0
    assert "System.ExtrinsicSuccess" in step["one"]["events"]
