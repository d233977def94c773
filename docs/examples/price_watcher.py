"""Print prices with each block: python price_watcher.py NETWORK [--below 1=0.05 …]"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Mapping

from btsdk import AsyncClient, Tao


def limit(text: str) -> tuple[int, Tao]:
    """A netuid and the price below which it is announced."""
    netuid, _, price = text.partition("=")
    return int(netuid), Tao.parse(price)


async def watch(network: str, limits: Mapping[int, Tao], blocks: int | None) -> None:
    """Print until so many blocks have come; without end for None."""
    seen: dict[int, Tao] = {}
    count = 0
    async with AsyncClient(network) as client:
        async for header in client.blocks():
            view = await client.at(header.hash)
            prices = await view.prices()
            for netuid, price in prices.items():
                if price != seen.get(netuid):
                    print(f"block {header.number}: subnet {netuid} {price:.6}", flush=True)
                if netuid in limits and price < limits[netuid]:
                    print(f"subnet {netuid} is below {limits[netuid]:.6}", flush=True)
            seen = dict(prices)
            count += 1
            if count == blocks:
                return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network")
    parser.add_argument("--below", type=limit, action="append", default=[], metavar="NETUID=TAO")
    parser.add_argument("--blocks", type=int, help="end after so many")
    given = parser.parse_args()
    asyncio.run(watch(given.network, dict(given.below), given.blocks))


if __name__ == "__main__":
    main()
