"""Storage items, methods of runtime APIs, and constants."""

from __future__ import annotations

import pytest

from btsdk import apis, constants, storage
from btsdk.metadata import Metadata

ALICE, BOB = b"a" * 32, b"b" * 32


def test_storage_items_know_their_keys_and_values(chain: Metadata) -> None:
    item = storage.system.Account.on(chain)
    raw = item.key(ALICE)
    assert raw.startswith(item.prefix)
    assert storage.system.Account.decode_key(chain, raw) == (ALICE,)
    info = storage.system.Account.decode(chain, None)
    assert info["data"]["free"] == 0
    assert storage.subtensor.Tempo.decode(chain, None) == 10
    assert storage.subtensor.Lock.decode(chain, None) is None
    assert repr(storage.system.Account) == "<StorageItem System.Account>"


def test_api_methods(chain: Metadata) -> None:
    method = apis.stake_info.get_stake_info_for_hotkey_coldkey_netuid
    assert method.entry == "StakeInfoRuntimeApi_get_stake_info_for_hotkey_coldkey_netuid"
    assert method.encode(chain, ALICE, BOB, 3) == ALICE + BOB + b"\x03\x00"
    assert method.decode(chain, b"\x00") is None
    with pytest.raises(TypeError, match="by position"):
        apis.account_nonce.account_nonce.encode(chain, account=ALICE)  # type: ignore[call-arg]


def test_constants(chain: Metadata) -> None:
    assert constants.balances.ExistentialDeposit.of(chain) == 500
    assert constants.system.Version.of(chain)["spec_version"] == 425
