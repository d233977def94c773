"""Create and set up a subnet: python owner_setup.py NETWORK WALLET NAME"""

from __future__ import annotations

import argparse

from btsdk import Client, CreateSubnet, DispatchError, StartSubnet, SubnetIdentity, Wallet
from btsdk.calls import admin_utils


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network")
    parser.add_argument("wallet")
    parser.add_argument("name")
    parser.add_argument("--hotkey", default="default")
    given = parser.parse_args()
    wallet = Wallet(given.wallet, given.hotkey)
    coldkey = wallet.unlock_coldkey()
    hotkey = wallet.hotkeypub.ss58_address
    with Client(given.network) as client:
        identity = SubnetIdentity(subnet_name=given.name, subnet_url="https://subnet.example")
        plan = client.prepare(CreateSubnet(hotkey, identity), coldkey)
        print("\n".join(plan.preview.effects))
        client.submit(plan)
        mine = [net for net in client.head().subnets() if net.owner_hotkey == hotkey]
        netuid = max(subnet.netuid for subnet in mine)
        print(f"subnet {netuid} is yours")
        settings = (
            admin_utils.SudoSetImmunityPeriod(netuid=netuid, immunity_period=7200),
            admin_utils.SudoSetMinAllowedWeights(netuid=netuid, min_allowed_weights=8),
            admin_utils.SudoSetServingRateLimit(netuid=netuid, serving_rate_limit=10),
        )
        for call in settings:
            try:
                client.execute(call, coldkey)
                print(f"{call.name}: done")
            except DispatchError as error:  # such as the freeze window before an epoch
                print(f"{call.name}: {error}. {error.hint or ''}")
        try:
            client.execute(StartSubnet(netuid), coldkey)
            print("staking is open")
        except DispatchError as error:  # a public network makes owners wait first
            print(f"not started: {error}. {error.hint or ''}")
        rules = client.head().hyperparameters(netuid)
        for name in ("immunity_period", "min_allowed_weights", "serving_rate_limit"):
            print(f"{name} = {rules[name]}")


if __name__ == "__main__":
    main()
