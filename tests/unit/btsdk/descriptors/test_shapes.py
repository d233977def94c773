"""The words of the compiled shapes: one for each descriptor, packed with the code, read late."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from btsdk import descriptors
from btsdk.descriptors.shapes import words_of
from btsdk.storage import balances
from tests.architecture.sources import ROOT

ROOMS = ("apis", "calls", "constants", "events", "storage")
FILE = Path(descriptors.__file__).with_name("shapes.txt")


def test_each_descriptor_has_its_words() -> None:
    lines = FILE.read_text("utf-8").splitlines()
    known = [line.split(" ", 1)[0] for line in lines]
    assert known == sorted(set(known))
    used = {
        shape
        for room in ROOMS
        for path in (ROOT / "btsdk" / room).glob("*.py")
        for shape in re.findall(r'"([0-9a-f]{16})"', path.read_text())
    }
    assert used == set(known)


def test_words() -> None:
    assert words_of(balances.TotalIssuance.shape) == "→ u64"
    assert words_of("0" * 16) == "0" * 16


def test_the_file_is_packed() -> None:
    assert '"descriptors/shapes.txt"' in (ROOT / "pyproject.toml").read_text()


def test_using_a_descriptor_reads_no_words() -> None:
    probe = (
        "import sys, btsdk.storage.balances; assert 'btsdk.descriptors.shapes' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", probe], check=True)
