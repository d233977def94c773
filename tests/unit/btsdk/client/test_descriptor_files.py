"""Descriptors of a live chain, written and used."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import btsdk
from btsdk import Batch, DispatchError, Keypair, Tao
from btsdk.errors import ConnectError, MetadataFileError, OutputFolderError
from btsdk.metadata import encode_metadata
from local_node import LocalChain

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob").ss58_address


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        yield chain


@pytest.fixture(scope="module")
def package(chain: LocalChain, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The package of the chain's descriptors, imported."""
    folder = tmp_path_factory.mktemp("written")
    btsdk.write_descriptors(chain.client.head().metadata, folder / "written_chain")
    sys.path.insert(0, str(folder))
    yield import_module("written_chain")
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.startswith("written_chain")]:
        del sys.modules[name]


def test_calls_and_events(chain: LocalChain, package: Any) -> None:
    transfer = package.calls.balances.TransferKeepAlive(dest=BOB, value=Tao.from_rao(7))
    receipt = chain.client.execute(transfer, ALICE)
    (event,) = receipt.find(package.events.balances.Transfer)
    assert (event.to, event.amount) == (BOB, Tao.from_rao(7))
    remark = package.calls.system.Remark(remark="text")
    chain.client.execute(Batch([remark, transfer]), ALICE)
    with pytest.raises(DispatchError) as caught:
        chain.client.execute(package.calls.subtensor.StartCall(netuid=999), ALICE)
    assert caught.value.code == package.errors.subtensor.SubnetNotExists


def test_storage_constants_and_apis(chain: LocalChain, package: Any) -> None:
    view = chain.client.head()
    account = view.storage(package.storage.system.Account, BOB)
    assert account["data"]["free"] == view.balance(BOB).free.rao
    assert view.constant(package.constants.balances.ExistentialDeposit) > 0
    price = view.call_api(package.apis.swap.current_alpha_price, 1)
    assert Tao.from_rao(price) == view.price(1)
    assert view.storage_map(package.storage.subtensor.NetworksAdded)


def test_an_endpoint_and_a_file(chain: LocalChain, tmp_path: Path, package: Any) -> None:
    folder = btsdk.write_descriptors(chain.serve(), tmp_path / "live")
    live = folder / "calls" / "subtensor.py"
    assert live.read_text() == Path(package.calls.subtensor.__file__).read_text()
    answer = chain.client.call("state_getMetadata")  # version 14 has no runtime APIs
    (tmp_path / "answer.json").write_text(json.dumps({"result": answer}))
    folder = btsdk.write_descriptors(tmp_path / "answer.json", tmp_path / "filed")
    assert (folder / "calls" / "subtensor.py").read_text() == live.read_text()
    assert not (folder / "apis").exists()


def test_what_cannot_be_written_leaves_nothing(chain: LocalChain, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("nothing")
    data = bytearray(encode_metadata(chain.client.head().metadata, 15))
    data[4] = 16
    (tmp_path / "newer").write_bytes(data)
    out = tmp_path / "out"
    with pytest.raises(MetadataFileError):
        btsdk.write_descriptors(tmp_path / "text", out)
    with pytest.raises(MetadataFileError, match="version 16"):
        btsdk.write_descriptors(str(tmp_path / "newer"), out)
    with pytest.raises(ConnectError):
        btsdk.write_descriptors("ws://127.0.0.1:9", out)
    with pytest.raises(OutputFolderError):
        btsdk.write_descriptors(chain.client.head().metadata, tmp_path / "text")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["newer", "text"]
