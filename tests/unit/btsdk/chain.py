"""A chain for drafts of operations: storage and runtime APIs by name."""

from __future__ import annotations

from typing import Any, TypeVar

from btsdk.keys import Keypair, ss58
from btsdk.rpc.effects import Program
from btsdk.tx.operation import Draft, Operation, Wanted, drafted
from btsdk.units import Tao
from tests.unit.btsdk.script import Script, dev_at, later_at

ALICE = Keypair.from_uri("//Alice").ss58_address
BOB = Keypair.from_uri("//Bob").ss58_address
TAO = Tao.parse("1")
METADATA = dev_at().metadata
T = TypeVar("T")


class Chain:
    """Storage and runtime APIs by name, as their decoded values; the rest reads as missing."""

    metadata = METADATA

    def __init__(self, free: int = 10**12, **values: Any) -> None:
        self.values = {"Account": account(free), **values}

    def script(self) -> Script:
        return Script(
            {
                "state_getStorage": self._storage,
                "state_queryStorageAt": self._many,
                "state_call": self._api,
            }
        )

    def _storage(self, key: str, block: str) -> str | None:
        for pallet in self.metadata.pallets.values():
            for name, item in pallet.storage.items():
                if key.startswith("0x" + item.prefix.hex()):
                    value = self.values.get(name)
                    return None if value is None else "0x" + item.encode(value).hex()
        raise AssertionError(key)

    def _many(self, keys: list[str], block: str) -> Any:
        return [{"changes": [[key, self._storage(key, block)] for key in keys]}]

    def _api(self, wire: str, data: str, block: str) -> str:
        api, _, method = wire.partition("_")
        value = self.values[method]
        return (
            "0x" + self.metadata.registry.encode(self.metadata.api(api, method).output, value).hex()
        )


class NewerChain(Chain):
    """A chain with the items of later spec versions."""

    metadata = later_at().metadata

    def play(self, program: Program[T]) -> T:
        return self.script().play(program)

    def draft(self, operation: Wanted, origin: str = ALICE) -> Draft:
        return self.play(drafted(operation, later_at(), origin))


def account(free: int) -> dict[str, Any]:
    data = {"free": free, "reserved": 0, "frozen": 0, "flags": 1 << 127}
    return {"nonce": 0, "consumers": 0, "providers": 1, "sufficients": 0, "data": data}


def swap(tao: int, alpha: int) -> dict[str, int]:
    names = ("tao_fee", "alpha_fee", "tao_slippage", "alpha_slippage")
    return {"tao_amount": tao, "alpha_amount": alpha, **dict.fromkeys(names, 0)}


POOL = {
    "Owner": b"\x01" * 32,
    "NetworksAdded": True,
    "SubtokenEnabled": True,
    "current_alpha_price": 500_000_000,
    "sim_swap_tao_for_alpha": swap(10**9, 2 * 10**9),
    "sim_swap_alpha_for_tao": swap(5 * 10**8, 10**9),
}


def draft(operation: Wanted, chain: Chain | None = None, origin: str = ALICE) -> Draft:
    return (chain or Chain()).script().play(drafted(operation, dev_at(), origin))


def called(operation: Operation, chain: Chain | None = None, origin: str = ALICE) -> str:
    """The call as decoded from its bytes: names and arguments as the chain reads them."""
    call = METADATA.decode_call(draft(operation, chain, origin).call.encode(METADATA))
    return f"{call.pallet}.{call.name}"


def stake_info(rao: int) -> dict[str, Any]:
    account = ss58.decode(BOB)
    zeros = dict.fromkeys(("locked", "emission", "tao_emission", "drain"), 0)
    who = {"hotkey": account, "coldkey": account, "netuid": 1}
    return {**who, **zeros, "stake": rao, "is_registered": True}


OPEN = {
    "NetworksAdded": True,
    "Burn": 10**9,
    "Difficulty": 5,
    "NetworkRegistrationAllowed": True,
    "NetworkPowRegistrationAllowed": True,
}
