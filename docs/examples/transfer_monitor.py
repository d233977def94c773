"""Print transfers as blocks arrive: python transfer_monitor.py NETWORK

Only finalized blocks are read, so that nothing that is printed is undone.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from btsdk import Client, Tao, View
from btsdk.keys import ss58
from btsdk.storage import system


def transfers(view: View) -> Iterator[tuple[str, str, Tao]]:
    """Sender, receiver and amount of each transfer in a block."""
    for record in view.storage(system.Events):
        match record["event"]:
            case ("Balances", ("Transfer", {"from": sender, "to": receiver, "amount": amount})):
                yield ss58.encode(sender), ss58.encode(receiver), Tao.from_rao(amount)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network")
    parser.add_argument("--account", help="only transfers from or to this address")
    parser.add_argument("--least", type=Tao.parse, default=Tao.from_rao(0), help="TAO")
    parser.add_argument("--blocks", type=int, help="end after so many")
    given = parser.parse_args()
    with Client(given.network) as client:
        for count, header in enumerate(client.blocks(finalized=True), 1):
            for sender, receiver, amount in transfers(client.at(header.hash)):
                if amount >= given.least and given.account in (None, sender, receiver):
                    print(f"block {header.number}: {sender} -> {receiver} {amount:,}", flush=True)
            if count == given.blocks:
                break


if __name__ == "__main__":
    main()
