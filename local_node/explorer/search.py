"""Search by text for a block, an extrinsic, an account or a subnet.

Every result exists on the chain, except accounts, since any 32 bytes may be one.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from btsdk.errors import AddressError
from btsdk.extrinsic import extrinsic_hash
from btsdk.hexadecimal import from_hex
from btsdk.keys import ss58
from local_node.explorer.blocks import BlockViews
from local_node.explorer.reader import Reader
from local_node.explorer.subnets import Subnets

SCANNED = 1024
"""Blocks searched for an extrinsic's hash."""
MOST = 20
"""The most subnets found by a part of their name."""

_HASH_DIGITS = 64
Json = dict[str, Any]


class Search:
    """Search by number, hash, address or name."""

    def __init__(self, reader: Reader, blocks: BlockViews, subnets: Subnets) -> None:
        self._reader = reader
        self._chain = reader.chain
        self._blocks = blocks
        self._subnets = subnets

    def find(self, text: str) -> list[Json]:
        """The matches of `text`, the likeliest first."""
        text = text.strip()
        if not text:
            return []
        number = text.removeprefix("#").replace(",", "")
        if number.isascii() and number.isdigit():
            return self._numbered(int(number))
        data = _hash(text)
        if data is not None:
            return self._hashed(data)
        try:
            return [_account(ss58.decode(text, None))]
        except AddressError:
            return self._named(text)

    def _numbered(self, number: int) -> list[Json]:
        found: list[Json] = []
        block_hash = self._chain.hash_at(number) if number < 1 << 32 else None
        if block_hash is not None:
            found.append(_block(number, block_hash))
        return found + [subnet for subnet in self._all_subnets() if subnet["netuid"] == number]

    def _hashed(self, data: bytes) -> list[Json]:
        header = self._chain.header(data)
        if header is not None:
            return [_block(header.number, data)]
        return self._extrinsic(data) or [_account(data)]

    def _extrinsic(self, wanted: bytes) -> list[Json]:
        for header in islice(self._blocks.back_from(), SCANNED):
            block = self._chain.block(header.hash)
            for index, data in enumerate(block.extrinsics if block else ()):
                if extrinsic_hash(data) == wanted:
                    return [
                        _block(header.number, header.hash) | {"kind": "extrinsic", "index": index}
                    ]
        return []

    def _named(self, text: str) -> list[Json]:
        part = text.casefold()
        return [item for item in self._all_subnets() if part in item["name"].casefold()][:MOST]

    def _all_subnets(self) -> list[Json]:
        found = self._subnets.all(self._reader.at())
        return [
            {"kind": "subnet", "netuid": subnet["netuid"], "name": subnet["name"]}
            for subnet in found
        ]


def _hash(text: str) -> bytes | None:
    try:
        return from_hex(text) if len(text.removeprefix("0x")) == _HASH_DIGITS else None
    except ValueError:
        return None


def _block(number: int, block_hash: bytes) -> Json:
    return {"kind": "block", "number": number, "hash": "0x" + block_hash.hex()}


def _account(account: bytes) -> Json:
    return {"kind": "account", "address": ss58.encode(account)}
