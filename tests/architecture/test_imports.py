"""Each module, imported first in a fresh process: no cycle, no side effect, no network in the base rooms."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("btsdk", "btcli", "chain_spec", "local_node")
NETWORK = ("socket", "ssl", "asyncio", "websockets", "aiohttp", "requests", "urllib.request")
BASE_ROOMS = (
    "btsdk.scale",
    "btsdk.metadata",
    "btsdk.extrinsic",
    "btsdk.keys",
    "btsdk.units",
    "btsdk.errors",
)

# The probe forks once a module from an interpreter that has imported nothing of ours.
_PROBE = """
import importlib, json, logging, os, sys
report = {}
for name in json.load(sys.stdin):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        before = (list(sys.argv), os.getcwd(), len(logging.root.handlers), dict(os.environ))
        try:
            importlib.import_module(name)
            after = (list(sys.argv), os.getcwd(), len(logging.root.handlers), dict(os.environ))
            answer = {"loaded": sorted(sys.modules), "unchanged": before == after}
        except BaseException as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        with os.fdopen(write, "w") as pipe:
            json.dump(answer, pipe)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        report[name] = json.load(pipe)
    os.waitpid(child, 0)
json.dump(report, sys.stdout)
"""


def _modules() -> list[str]:
    found = []
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if parts[-1] != "__main__":
                found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


@pytest.fixture(scope="module")
def imported() -> dict[str, dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-c", _PROBE],
        input=json.dumps(_modules()),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "error::SyntaxWarning"},
    )
    report: dict[str, dict[str, object]] = json.loads(done.stdout)
    return report


def test_every_module_can_be_imported_first(imported: dict[str, dict[str, object]]) -> None:
    broken = {name: answer["error"] for name, answer in imported.items() if "error" in answer}
    assert not broken


def test_importing_changes_nothing_in_the_process(imported: dict[str, dict[str, object]]) -> None:
    assert [name for name, answer in imported.items() if not answer.get("unchanged", True)] == []


def test_base_rooms_load_no_network(imported: dict[str, dict[str, object]]) -> None:
    offending = {}
    for name, answer in imported.items():
        if any(name == room or name.startswith(f"{room}.") for room in BASE_ROOMS):
            loaded = answer["loaded"]
            assert isinstance(loaded, list)
            if bad := sorted(set(NETWORK) & set(loaded)):
                offending[name] = bad
    assert offending == {}


def test_substrateinterface_and_scalecodec_wait_for_their_one_user(
    imported: dict[str, dict[str, object]],
) -> None:
    for name, answer in imported.items():
        loaded = answer["loaded"]
        assert isinstance(loaded, list)
        assert not {"substrateinterface", "scalecodec"} & set(loaded), name
