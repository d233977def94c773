"""Stake for another account: python proxy_bot.py NETWORK OWNER BOT NETUID VALIDATOR TAO

OWNER and BOT are wallets. The owner allows the bot to stake, and nothing else; the bot then stakes
the owner's TAO with its own key.
"""

from __future__ import annotations

import argparse

from btsdk import AddStake, Client, Proxied, Tao, Wallet
from btsdk.calls import proxy as calls
from btsdk.storage import proxy


def allow(client: Client, owner: Wallet, bot: str) -> None:
    """Make the bot a staking proxy of the owner, once."""
    found, _ = client.head().storage(proxy.Proxies, owner.coldkeypub)
    if any(entry["proxy_type"] == "Staking" for entry in found):
        return
    call = calls.AddProxy(delegate=bot, proxy_type="Staking", delay=0)
    receipt = client.execute(call, owner.unlock_coldkey())
    print(f"block {receipt.block_number}: {bot} may stake for {owner.coldkeypub.ss58_address}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network")
    parser.add_argument("owner")
    parser.add_argument("bot")
    parser.add_argument("netuid", type=int)
    parser.add_argument("validator", help="the hotkey's address")
    parser.add_argument("amount", type=Tao.parse)
    given = parser.parse_args()
    owner, bot = Wallet(given.owner), Wallet(given.bot)
    real = owner.coldkeypub.ss58_address
    with Client(given.network) as client:
        allow(client, owner, bot.coldkeypub.ss58_address)
        stake = AddStake(given.validator, given.netuid, given.amount, limit_price=None)
        client.execute(Proxied(stake, real), bot.unlock_coldkey())
        print(client.head().stake(real, given.validator, given.netuid))


if __name__ == "__main__":
    main()
