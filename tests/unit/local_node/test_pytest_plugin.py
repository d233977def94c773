"""The pytest plugin leaves the modules of this distribution as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from local_node.pytest_plugin import PlainFinder

PLUGIN = "local_node.pytest_plugin"

CONFTEST = """
import ast, threading

parse, parsed = ast.parse, []

def recorded(source, filename="<unknown>", *args, **kwargs):
    parsed.append(str(filename))
    return parse(source, filename, *args, **kwargs)

ast.parse = recorded
"""

TESTS = """
import threading

import conftest

def test_no_module_is_rewritten(chain, client):
    chain.serve()
    worker = threading.Thread(target=chain.advance)
    worker.start()
    client.head()
    worker.join()
    import btcli.app, chain_spec.codegen
    parsed = {name.rpartition("/")[2] for name in conftest.parsed}
    assert "test_mine.py" in parsed
    assert parsed <= {"test_mine.py", "pytest_plugin.py"}

def test_assertions_of_a_test_are_rewritten():
    one = 1
    assert one == 2
"""


def run(folder: Path, conftest: str, *options: str, **env: str) -> str:
    (folder / "conftest.py").write_text(conftest)
    (folder / "test_mine.py").write_text(TESTS)
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | env, capture_output=True, text=True, timeout=120
    )
    return done.stdout + done.stderr


def test_pytest_rewrites_test_modules_only(tmp_path: Path) -> None:
    said = run(tmp_path, CONFTEST)
    assert "1 failed, 1 passed" in said, said
    assert "assert 1 == 2" in said


def test_the_same_without_entry_points(tmp_path: Path) -> None:
    said = run(tmp_path, CONFTEST, "-p", PLUGIN, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    assert "1 failed, 1 passed" in said, said


def test_the_same_where_a_conftest_names_the_plugin(tmp_path: Path) -> None:
    conftest = f'pytest_plugins = ["{PLUGIN}"]{CONFTEST}'
    said = run(tmp_path, conftest, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    assert "1 failed, 1 passed" in said, said


@pytest.mark.parametrize("name", ["btsdk.units", "local_node.chain.chain", "local_node"])
def test_the_finder_knows_the_distribution_only(name: str) -> None:
    package = sys.modules[name.partition(".")[0]]
    found = PlainFinder.find_spec(name, package.__path__ if "." in name else None)
    assert found is None or found.name == name
    assert "." not in name or found is not None
    assert PlainFinder.find_spec("btsdk_tools") is None
    assert PlainFinder.find_spec("json") is None
