"""Modules, each first in a fresh process: no cycle, no side effect, no network where none belongs.

The base rooms and the upper packages are always probed; every module there is takes minutes: slow.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.architecture.sources import ROOT, module_of, sources

NETWORK = ("socket", "ssl", "asyncio", "websockets", "aiohttp", "requests", "urllib.request")
BASE_ROOMS = (
    "btsdk.scale",
    "btsdk.metadata",
    "btsdk.extrinsic",
    "btsdk.shield",
    "btsdk.timelock",
    "btsdk.keys",
    "btsdk.units",
    "btsdk.errors",
)

# The probe forks once a module from an interpreter that has imported nothing of ours, on all cores.
_PROBE = """
import importlib, json, logging, os, sys

def probe(name):
    before = (list(sys.argv), os.getcwd(), len(logging.root.handlers), dict(os.environ))
    try:
        importlib.import_module(name)
    except BaseException as error:
        return {"error": f"{type(error).__name__}: {error}"}
    after = (list(sys.argv), os.getcwd(), len(logging.root.handlers), dict(os.environ))
    return {"loaded": sorted(set(sys.modules) & WATCHED), "unchanged": before == after}

def start(name):
    read, write = os.pipe()
    if os.fork() == 0:
        with os.fdopen(write, "w") as pipe:
            json.dump(probe(name), pipe)
        os._exit(0)
    os.close(write)
    return name, read

def finish(started):
    name, read = started
    with os.fdopen(read) as pipe:
        report[name] = json.load(pipe)
    os.wait()

asked = json.load(sys.stdin)
WATCHED, report, running = set(asked["watched"]), {}, []
for name in asked["preload"]:
    importlib.import_module(name)
for name in asked["modules"]:
    running.append(start(name))
    if len(running) > os.cpu_count():
        finish(running.pop(0))
for started in running:
    finish(started)
json.dump(report, sys.stdout)
"""
# What costs most to import, and is not ours: loaded before the fork where nothing depends on it.
PRELOAD = ("dataclasses", "typing", "json", "platformdirs", "sqlite3", "concurrent.futures")
WATCHED = (*NETWORK, "substrateinterface", "scalecodec")


def _modules() -> list[str]:
    return [module_of(path) for path in sources() if path.stem != "__main__"]


def _is_base(name: str) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in BASE_ROOMS)


def _is_package(name: str) -> bool:
    return (ROOT.joinpath(*name.split(".")) / "__init__.py").exists()


def _probed(modules: list[str]) -> dict[str, dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-c", _PROBE],
        input=json.dumps({"modules": modules, "preload": PRELOAD, "watched": WATCHED}),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "error::SyntaxWarning"},
    )
    report: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return report


@pytest.fixture(scope="module", params=["rooms", pytest.param("modules", marks=pytest.mark.slow)])
def imported(request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    modules = _modules()
    if request.param == "rooms":
        modules = [name for name in modules if _is_base(name) or _is_room(name)]
    return _probed(modules)


def _is_room(name: str) -> bool:
    """A package of the upper two levels: `btsdk.reads`, `local_node.runtime`."""
    return _is_package(name) and name.count(".") < 2


def test_every_module_can_be_imported_first(imported: dict[str, dict[str, Any]]) -> None:
    broken = {name: answer["error"] for name, answer in imported.items() if "error" in answer}
    assert not broken


def test_importing_changes_nothing_in_the_process(imported: dict[str, dict[str, Any]]) -> None:
    assert [name for name, answer in imported.items() if not answer.get("unchanged", True)] == []


def test_base_rooms_load_no_network(imported: dict[str, dict[str, Any]]) -> None:
    loaded = {name: set(answer["loaded"]) & set(NETWORK) for name, answer in imported.items()}
    assert {name: bad for name, bad in loaded.items() if bad and _is_base(name)} == {}


def test_substrateinterface_and_scalecodec_wait_for_their_one_user(
    imported: dict[str, dict[str, Any]],
) -> None:
    peers = {"substrateinterface", "scalecodec"}
    assert [name for name, answer in imported.items() if peers & set(answer["loaded"])] == []
