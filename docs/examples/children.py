"""Give shares of a stake to child hotkeys: python children.py NETWORK WALLET NETUID CHILD=SHARE…

CHILD is a hotkey's address, SHARE a fraction such as 0.25; without any, all children are revoked.
The chain applies the change after a cooldown.
"""

from __future__ import annotations

import argparse
from fractions import Fraction

from btsdk import Client, Wallet
from btsdk.calls import subtensor as calls
from btsdk.keys import ss58
from btsdk.storage import subtensor

WHOLE = (1 << 64) - 1


def child(text: str) -> tuple[int, str]:
    """The share, of 2^64 - 1, and the address."""
    address, _, share = text.partition("=")
    return int(Fraction(share) * WHOLE), address


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network")
    parser.add_argument("wallet")
    parser.add_argument("netuid", type=int)
    parser.add_argument("children", nargs="*", type=child, metavar="CHILD=SHARE")
    parser.add_argument("--hotkey", default="default")
    given = parser.parse_args()
    wallet = Wallet(given.wallet, given.hotkey)
    hotkey = wallet.hotkeypub.ss58_address
    with Client(given.network) as client:
        call = calls.SetChildren(hotkey=hotkey, netuid=given.netuid, children=given.children)
        print(f"fee {client.fee(call, wallet.coldkeypub)}")
        client.execute(call, wallet.unlock_coldkey())
        view = client.head()
        pending, block = view.storage(subtensor.PendingChildKeys, given.netuid, hotkey)
        for share, account in pending:
            print(f"{ss58.encode(account)}: {share / WHOLE:.2%} from block {block}")
        for share, account in view.storage(subtensor.ChildKeys, hotkey, given.netuid):
            print(f"{ss58.encode(account)}: {share / WHOLE:.2%} now")


if __name__ == "__main__":
    main()
