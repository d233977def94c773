"""Runs in the environment of `async-substrate-interface`: reads a map, and prints the CPU seconds
that its decoding took and the number of entries.

usage: foreign_map.py ENDPOINT PALLET ITEM
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any

from async_substrate_interface import AsyncSubstrateInterface, async_substrate

_decode = async_substrate.decode_query_map
_spent = [0.0]


def _timed(*args: Any, **named: Any) -> Any:
    start = time.process_time()
    try:
        return _decode(*args, **named)
    finally:
        _spent[0] += time.process_time() - start


async_substrate.decode_query_map = _timed


async def main(endpoint: str, pallet: str, item: str) -> None:
    best, entries = float("inf"), 0
    async with AsyncSubstrateInterface(endpoint) as chain:
        for _ in range(3):
            _spent[0] = 0.0
            found = await chain.query_map(pallet, item, fully_exhaust=True, page_size=1000)
            entries = len(found.records)
            best = min(best, _spent[0])
    print(json.dumps({"seconds": best, "entries": entries}))


asyncio.run(main(*sys.argv[1:]))
