"""Stake on a subnet's largest validators: python bulk_staker.py NETWORK WALLET NETUID TAO

The amount is divided evenly and sent as one extrinsic, whose parts succeed or fail by themselves.
"""

from __future__ import annotations

import argparse

from btsdk import AddStake, AddStakes, Client, Tao, Wallet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network")
    parser.add_argument("wallet")
    parser.add_argument("netuid", type=int)
    parser.add_argument("amount", type=Tao.parse, help="TAO in all")
    parser.add_argument("--count", type=int, default=3, help="number of validators")
    parser.add_argument("--tolerance", type=float, default=0.05, help="of the price, as a fraction")
    given = parser.parse_args()
    coldkey = Wallet(given.wallet).unlock_coldkey()
    with Client(given.network) as client:
        view = client.head()
        graph = view.metagraph(given.netuid, fields=["hotkeys", "stake", "validator_permit"])
        by_stake = sorted(range(len(graph)), key=lambda uid: graph.stake[uid], reverse=True)
        chosen = [uid for uid in by_stake if graph.validator_permit[uid]][: given.count]
        if not chosen:
            raise SystemExit(f"subnet {given.netuid} has no validators yet")
        share = given.amount // len(chosen)
        limit = Tao.from_rao(int(view.price(given.netuid).rao * (1 + given.tolerance)))
        stakes = [AddStake(graph.hotkeys[uid], given.netuid, share, limit) for uid in chosen]
        plan = client.prepare(AddStakes(stakes), coldkey)
        for line in (*plan.preview.effects, *plan.preview.warnings):
            print(line)
        receipt = client.submit(plan)
        for stake, part in zip(stakes, receipt.parts, strict=True):
            print(f"{stake.hotkey}: {part.error or 'staked'}")
        print(f"fee {receipt.fee}, block {receipt.block_number}")


if __name__ == "__main__":
    main()
