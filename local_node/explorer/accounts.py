"""An account in the explorer: as a holder of TAO, as a coldkey, as a hotkey."""

from __future__ import annotations

from itertools import islice
from typing import Any

from btsdk.keys import ss58
from btsdk.reads import balances, neurons, prices, stakes
from btsdk.reads.identities import text
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_map
from btsdk.storage import subtensor
from btsdk.units import RAO
from local_node.explorer.blocks import BlockViews
from local_node.explorer.reader import Reader
from local_node.explorer.to_json import as_json, camel

SCANNED = 256
"""Blocks searched by one request for an account's activity."""

Json = dict[str, Any]


class Accounts:
    """The accounts of one chain."""

    def __init__(self, reader: Reader, blocks: BlockViews) -> None:
        self._reader = reader
        self._blocks = blocks

    def one(self, at: BlockContext, account: bytes) -> Json:
        """The balances and roles of an account; zeros and empty lists for an unused one."""
        address, read = ss58.encode(account), self._reader.read
        balance = read(balances.balance, at, address)
        sums = {"transferable": as_json(balance.transferable), "total": as_json(balance.total)}
        return {
            "address": address,
            "publicKey": "0x" + account.hex(),
            "nonce": read(balances.nonce, at, address),
            "balance": as_json(balance) | sums,
            "identity": _texts(read(storage, at, subtensor.IdentitiesV2, account)),
            "stakes": self._stakes(at, address),
            "hotkeys": ss58.encode_many(read(storage, at, subtensor.OwnedHotkeys, account)),
            "owner": read(neurons.owner, at, address),
            "registrations": self._registrations(at, account),
        }

    def activity(self, account: bytes, before: bytes | None, count: int) -> Json:
        """The extrinsics that contain the account's 32 bytes, newest first, from a block down.

        At most about `count` (a block is never split), from at most 256 blocks; `next` is the block
        to continue from, None at the genesis.
        """
        found: list[Json] = []
        headers = self._blocks.back_from(before)
        for header in islice(headers, SCANNED):
            if len(found) >= count:
                return {"extrinsics": found, "next": "0x" + header.hash.hex()}
            found += self._named_in(header.hash, account)
        rest = next(headers, None)
        return {"extrinsics": found, "next": None if rest is None else "0x" + rest.hash.hex()}

    def _named_in(self, block_hash: bytes, account: bytes) -> list[Json]:
        block = self._reader.chain.block(block_hash)
        named = [i for i, data in enumerate(block.extrinsics if block else ()) if account in data]
        if not named:
            return []
        summary = self._blocks.summary(block_hash)
        place = {name: summary[name] for name in ("number", "timestampMs")}
        return [
            self._blocks.extrinsic(block_hash, index) | {"block": summary["hash"], **place}
            for index in reversed(named)
        ]

    def _stakes(self, at: BlockContext, coldkey: str) -> list[Json]:
        found = self._reader.read(stakes.stakes, at, coldkey)
        known = self._reader.read(prices.prices, at) if found else {}
        return [
            as_json(stake) | {"tao": str(stake.amount.rao * known[stake.netuid].rao // RAO)}
            for stake in found
        ]

    def _registrations(self, at: BlockContext, hotkey: bytes) -> list[Json]:
        """The subnets on which the account is a neuron, and its total alpha on each."""
        member = self._reader.read(storage_map, at, subtensor.IsNetworkMember, hotkey)
        alpha = dict(self._reader.read(storage_map, at, subtensor.TotalHotkeyAlpha, hotkey))
        return [
            {
                "netuid": netuid,
                "uid": self._reader.read(storage, at, subtensor.Uids, netuid, hotkey),
                "alpha": str(alpha.get((key, netuid), 0)),
            }
            for (key, netuid), is_member in sorted(member)
            if is_member
        ]


def _texts(identity: Any) -> Json | None:
    """An identity's fields as text; their bytes may hold anything."""
    if identity is None:
        return None
    return {camel(name): text(value) for name, value in identity.items()}
