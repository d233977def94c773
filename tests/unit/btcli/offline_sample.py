"""A transaction for a file, made without a chain."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from btsdk.extrinsic import Era, Signing
from btsdk.state.runtimes import Runtime, computed_hash
from btsdk.tx.offline import OfflineTransaction
from btsdk.tx.signed import unsigned_payload
from btsdk.units import Tao
from tests.unit.btcli.samples import ALICE, declared

BUILT = datetime(2026, 1, 2, 3, 4, tzinfo=timezone.utc)


def transaction(
    pallet: str, name: str, args: dict[str, Any], *, immortal: bool = False, checked: bool = True
) -> OfflineTransaction:
    """The unsigned transaction of a call by Alice."""
    metadata = declared()
    version = metadata.pallet("System").constant("Version")
    numbers = version["spec_version"], version["transaction_version"]
    runtime = Runtime(metadata, "", version["spec_name"], *numbers)
    signing = Signing(
        nonce=3,
        spec_version=numbers[0],
        transaction_version=numbers[1],
        genesis_hash=b"\1" * 32,
        era_block_hash=(b"\1" if immortal else b"\2") * 32,
        era=Era.immortal() if immortal else Era.mortal(64, 100),
        tip=5,
        metadata_hash=computed_hash(runtime) if checked else None,
    )
    call = metadata.encode_call(pallet, name, args)
    return OfflineTransaction(
        payload=unsigned_payload(metadata, ALICE, call, signing, None if immortal else 100),
        metadata=metadata,
        network="local",
        chain="a chain",
        fee=Tao.from_rao(7),
        effects=("an effect",),
        warnings=("a warning",),
        built=BUILT,
        expires=None,
    )
