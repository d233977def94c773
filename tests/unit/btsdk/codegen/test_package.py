"""The files of a package: complete, deterministic, formatted, typed, and harmless."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from btsdk.codegen.folder import write_package
from btsdk.codegen.package import descriptors, runtime_of
from btsdk.codegen.source import read_metadata
from btsdk.errors import DecodeError
from btsdk.metadata import Metadata, decode_metadata, encode_metadata
from chain_spec.codegen.files import FOLDERS, ROOT
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata


def test_its_modules_are_those_of_the_release() -> None:
    files = descriptors(METADATA)
    for folder in FOLDERS:
        ours = {path.name for path in (ROOT / "btsdk" / folder).glob("*.py")}
        names = {name.split("/")[1] for name in files if name.startswith(f"{folder}/")}
        assert names - {"randomness_collective_flip.py"} <= ours
    assert {"calls/subtensor.py", "errors/subtensor.py", "apis/swap.py", "values.py"} <= set(files)


def test_equal_metadata_gives_equal_text() -> None:
    again = decode_metadata(encode_metadata(METADATA, 15))
    assert descriptors(again) == descriptors(METADATA)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Path:
    """Packages of the own chain, and of another runtime in both versions of metadata."""
    folder = tmp_path_factory.mktemp("packages")
    write_package(folder / "own", descriptors(METADATA))
    for version in (14, 15):
        other = read_metadata(shared_data / f"mainnet-343-v{version}.scale")
        write_package(folder / f"other{version}", descriptors(other))
    return folder


def test_it_is_formatted(packages: Path) -> None:
    for step in (("format", "--diff"), ("check",)):
        command = [sys.executable, "-m", "ruff", *step, "--config", ROOT / "pyproject.toml"]
        done = subprocess.run([*command, packages], capture_output=True)
        assert done.returncode == 0, done.stdout.decode()[:2000]


USED = """
from own import calls, constants, errors, events, storage
from own.apis import swap
from own import values as v
from typing_extensions import assert_type
from btsdk import Client, Keypair, Tao

def use(client: Client, key: Keypair) -> None:
    transfer = calls.balances.TransferKeepAlive(dest=key, value=Tao.parse("1"))
    for event in client.execute(transfer, key).find(events.balances.Transfer):
        assert_type(event.amount, Tao)
    view = client.head()
    assert_type(view.storage(storage.system.Account, key), v.AccountInfo)
    assert_type(view.storage(storage.subtensor.Uids, 1, key), int | None)
    assert_type(view.constant(constants.balances.ExistentialDeposit), int)
    assert_type(view.call_api(swap.current_alpha_price, 1), int)
    code: str = errors.subtensor.SubnetNotExists
    view.storage(storage.subtensor.Uids, "one", 2)  # type: ignore[arg-type]
    calls.balances.TransferKeepAlive(dest=5, value=1)  # type: ignore[arg-type]
"""


@pytest.mark.slow
def test_it_passes_a_strict_type_checker(packages: Path) -> None:
    """With the programs that use it: a wrong key and a wrong argument are found."""
    (packages / "used.py").write_text(USED)
    names = [part for name in ("own", "other14", "other15", "used") for part in ("-p", name)]
    names[-2:] = ["-m", "used"]
    command = [sys.executable, "-m", "mypy", "--strict", *names]
    environment = {**os.environ, "MYPYPATH": str(packages)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()[:2000]


@pytest.mark.parametrize("place", ["pallet", "call", "argument", "runtime"])
def test_a_name_that_is_code_is_refused(place: str) -> None:
    """Metadata comes from an endpoint: no text of it may become code."""
    attack = 'x"); import os #'
    raw = encode_metadata(METADATA, 15)
    name = {
        "pallet": "Crowdloan",
        "call": "transfer_keep_alive",
        "argument": "lease_id",
        "runtime": "node-subtensor",
    }[place]
    hostile = attack.ljust(len(name), "#")[: len(name)] if place != "argument" else 'x"#:1()\n'
    old, new = name.encode(), hostile.encode()
    assert len(old) == len(new)
    changed = raw.replace(old, new)
    assert changed != raw
    metadata = decode_metadata(changed)
    if place == "runtime":
        assert runtime_of(metadata).name.replace("_", "").isalnum()
        return
    with pytest.raises(DecodeError, match="a name that Python cannot write"):
        descriptors(metadata)


def test_a_runtime_that_does_not_name_itself() -> None:
    pallets = {name: one for name, one in METADATA.pallets.items() if name != "System"}
    values = {slot: getattr(METADATA, slot) for slot in ("registry", "extrinsic", "runtime")}
    nameless = Metadata(**values, pallets=pallets, outer_call=METADATA.outer_call, outer_event=None)
    assert runtime_of(nameless).words == "runtime"
