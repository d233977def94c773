"""Balance, stakes and their value: python portfolio.py NETWORK ADDRESS…

A stake's value is what its sale would return now, after slippage and fee.
"""

from __future__ import annotations

import argparse

from btsdk import Client, Tao, View


def report(view: View, address: str) -> Tao:
    """Print one account; returns its total value."""
    total = view.balance(address).total
    print(f"{address} at block {view.number}")
    print(f"  balance {total:,.4}")
    stakes = view.stakes(address)
    values = view.sale_values([stake.amount for stake in stakes])
    for stake, value in zip(stakes, values, strict=True):
        shown = "cannot be sold now" if value is None else f"{value:,.4}"
        print(f"  subnet {stake.netuid:>3}  {stake.hotkey}  {stake.amount:,.4}  {shown}")
        total += value or Tao.from_rao(0)
    print(f"  total {total:,.4}")
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network")
    parser.add_argument("addresses", nargs="+", metavar="ADDRESS")
    given = parser.parse_args()
    with Client(given.network) as client:
        view = client.head()  # one block for all of it
        total = Tao.from_rao(0)
        for address in given.addresses:
            total += report(view, address)
        print(f"all together {total:,.4}")


if __name__ == "__main__":
    main()
