"""What the README shows is run as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from btsdk import Client, Keypair, Tao, Transfer, Wallet

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text()


def _python_block() -> str:
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    return str(block)


@pytest.fixture
def wallet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Wallet:
    """The wallet `me` in the default place of a home directory of its own, with some TAO."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("BTSDK_CHAIN_FILE", str(tmp_path / "dev.chain"))
    made = Wallet("me")
    made.create_coldkey(None)
    made.create_hotkey(None)
    with Client("local") as client:
        dest = made.coldkeypub.ss58_address
        client.execute(Transfer(dest, Tao.parse("100")), Keypair.from_uri("//Alice"))
    return made


def test_how_it_is_installed() -> None:
    """No release is on PyPI: what is printed has to work in a clone."""
    assert "pip install btsdk" not in README
    assert "\npip install .\n" in README
    assert (ROOT / "pyproject.toml").is_file()


def test_the_python_sample_runs(wallet: Wallet, tmp_path: Path) -> None:
    script = tmp_path / "sample.py"
    script.write_text(_python_block())
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    first, second, third = done.stdout.splitlines()
    assert re.fullmatch(r"2 τ0\.000\d{6}", first)
    assert "is recycled" in second
    assert third.startswith("τ98.")


def test_the_python_sample_is_typed(tmp_path: Path) -> None:
    script = tmp_path / "sample.py"
    script.write_text(_python_block())
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", str(script)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout


def test_the_commands_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"(?m)(?:^|`)make ([a-z-]+)", README)) <= targets


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
