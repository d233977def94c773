"""Runs in the environment of `bittensor` 10.5: does with its SDK what a miner and a staker do.

usage: bittensor_script.py ENDPOINT WALLETS_PATH
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bittensor import Balance, Subtensor
from bittensor_wallet import Keypair, Wallet

TAO = 1_000_000_000
BOB = Keypair.create_from_uri("//Bob")


def wallet_of(path: Path, uri: str) -> Wallet:
    """A wallet of plain files from a well-known key."""
    wallet = Wallet(name=uri.strip("/").lower(), hotkey="default", path=str(path))
    coldkey = Keypair.create_from_uri(uri)
    wallet.set_coldkey(coldkey, encrypt=False, overwrite=True)
    wallet.set_coldkeypub(coldkey, encrypt=False, overwrite=True)
    hotkey = Keypair.create_from_uri(f"{uri}//hotkey")
    wallet.set_hotkey(hotkey, encrypt=False, overwrite=True)
    wallet.set_hotkeypub(hotkey, encrypt=False, overwrite=True)
    return wallet


class Script:
    """The steps, in order; each returns numbers that the test knows."""

    def __init__(self, chain: Subtensor, alice: Wallet) -> None:
        self.chain = chain
        self.alice = alice
        self.coldkey = alice.coldkeypub.ss58_address
        self.hotkey = alice.hotkey.ss58_address
        self.netuid = 0

    def free(self, address: str | None = None) -> int:
        return int(self.chain.get_balance(address or self.coldkey).rao)

    def staked(self, netuid: int) -> int:
        return int(self.chain.get_stake(self.coldkey, self.hotkey, netuid).rao)

    def block_before(self, response: Any) -> int:
        """The block on which the extrinsic's own was built."""
        block = self.chain.substrate.get_block_number(response.extrinsic_receipt.block_hash)
        return int(block) - 1

    def paid(self, response: Any, before: int) -> dict[str, Any]:
        """What every answer of the SDK says, and what is gone from the coldkey."""
        return {
            "success": response.success,
            "message": response.message,
            "fee": response.extrinsic_fee.rao if response.extrinsic_fee else None,
            "paid": before - self.free(),
        }

    def look(self) -> dict[str, Any]:
        """What the SDK reads before anybody does anything."""
        chain = self.chain
        return {
            "is_fast": chain.is_fast_blocks(),
            "existential_deposit": chain.get_existential_deposit().rao,
            "netuids": [int(netuid) for netuid in chain.get_all_subnets_netuid()],
            "all_subnets": [
                [subnet.netuid, subnet.tempo, subnet.owner_coldkey, subnet.price.rao]
                for subnet in chain.all_subnets()
            ],
            "subnet": [chain.subnet(1).netuid, chain.subnet(1).tempo],
            "infos": [info.netuid for info in chain.get_all_subnets_info()],
            "recycle": chain.recycle(1).rao,
            "difficulty": chain.difficulty(1),
            "immunity": chain.immunity_period(1),
            "tempo": chain.tempo(1),
            "burn_cost": chain.get_subnet_burn_cost().rao,
            "hyperparameters": chain.get_subnet_hyperparameters(1).tempo,
            "metagraph": int(chain.metagraph(1).n),
            "neurons": len(chain.neurons(1)),
            "transfer_fee": chain.get_transfer_fee(
                self.alice, BOB.ss58_address, Balance.from_tao(1)
            ).rao,
            "total_subnets": chain.get_total_subnets(),
            "active": chain.is_subnet_active(1),
            "balances": {
                address: balance.rao
                for address, balance in chain.get_balances(self.coldkey, BOB.ss58_address).items()
            },
            "block": chain.get_current_block() >= 0,
            "delegates": len(chain.get_delegates()),
            "prices": {str(k): v.rao for k, v in chain.get_subnet_prices().items()},
        }

    def transfer(self) -> dict[str, Any]:
        before, bob = self.free(), self.free(BOB.ss58_address)
        response = self.chain.transfer(
            self.alice, BOB.ss58_address, Balance.from_tao(1), wait_for_finalization=True
        )
        received = self.free(BOB.ss58_address) - bob
        return {**self.paid(response, before), "received": received}

    def burned_register(self) -> dict[str, Any]:
        """Recycles TAO for a place on the first subnet."""
        before = self.free()
        response = self.chain.burned_register(self.alice, 1)
        price = self.chain.recycle(1, block=self.block_before(response)).rao
        neuron = self.chain.get_neuron_for_pubkey_and_subnet(self.hotkey, 1)
        return {
            **self.paid(response, before),
            "price": price,
            "half_life": self.chain.query_subtensor("BurnHalfLife", params=[1]).value,
            "uid": neuron.uid,
            "coldkey": neuron.coldkey,
            "owner": self.chain.get_hotkey_owner(self.hotkey),
            "neurons": [[n.uid, n.hotkey] for n in self.chain.neurons(1)],
            "lite": [n.hotkey for n in self.chain.neurons_lite(1)],
            "metagraph": list(self.chain.metagraph(1).hotkeys),
            "metagraph_info": self.chain.get_metagraph_info(1).hotkeys,
            "registered": self.chain.is_hotkey_registered(self.hotkey, netuid=1),
            "netuids": [int(n) for n in self.chain.get_netuids_for_hotkey(self.hotkey)],
        }

    def register(self, bob: Wallet) -> dict[str, Any]:
        """The same for another, with the SDK's guard against a rising price."""
        before = self.free(bob.coldkeypub.ss58_address)
        response = self.chain.register(bob, 1)
        return {
            "success": response.success,
            "message": response.message,
            "fee": response.extrinsic_fee.rao,
            "paid": before - self.free(bob.coldkeypub.ss58_address),
            "uid": self.chain.get_uid_for_hotkey_on_subnet(bob.hotkey.ss58_address, 1),
        }

    def register_subnet(self) -> dict[str, Any]:
        before, cost = self.free(), self.chain.get_subnet_burn_cost().rao
        response = self.chain.register_subnet(self.alice)
        self.netuid = max(int(netuid) for netuid in self.chain.get_all_subnets_netuid())
        answer = {**self.paid(response, before), "cost": cost, "netuid": self.netuid}
        if self.chain.is_fast_blocks():
            start = self.chain.get_current_block() + self.chain.get_start_call_delay() + 1
            self.chain.wait_for_block(start)
        started = self.chain.start_call(self.alice, self.netuid)
        return {
            **answer,
            "started": started.success,
            "start_message": started.message,
            "active": self.chain.is_subnet_active(self.netuid),
            "owner": self.chain.subnet(self.netuid).owner_coldkey,
        }

    def stake(self) -> dict[str, Any]:
        """Ten TAO into the new subnet, then half of what they bought back out."""
        netuid, held = self.netuid, self.staked(self.netuid)
        before = self.free()
        added = self.chain.add_stake(self.alice, netuid, self.hotkey, Balance.from_tao(10))
        answer = self.paid(added, before)
        bought = self.staked(netuid)
        quote = self.chain.sim_swap(0, netuid, Balance.from_tao(10), self.block_before(added))
        infos = self.chain.get_stake_info_for_coldkey(self.coldkey)
        before = self.free()
        amount = Balance.from_rao(bought // 2, netuid=netuid)
        removed = self.chain.unstake(self.alice, netuid, self.hotkey, amount)
        back = self.chain.sim_swap(netuid, 0, amount, self.block_before(removed))
        return {
            "added": answer,
            "held": held,
            "bought": bought,
            "quoted": quote.alpha_amount.rao,
            "infos": [
                [info.netuid, info.hotkey_ss58, info.stake.rao]
                for info in infos
                if info.hotkey_ss58 == self.hotkey and info.netuid == netuid
            ],
            "removed": self.paid(removed, before),
            "quoted_back": back.tao_amount.rao,
            "left": self.staked(netuid),
        }

    def fail(self) -> dict[str, Any]:
        """A place that is taken already, and a stake that is not there."""
        nobody = Keypair.create_from_uri("//Nobody").ss58_address
        missing = self.chain.unstake(self.alice, 1, nobody, Balance.from_rao(10**12, netuid=1))
        much = self.chain.transfer(self.alice, BOB.ss58_address, Balance.from_tao(20_000_000))
        return {
            "missing": [missing.success, missing.message],
            "much": [much.success, much.message],
        }


def main() -> None:
    endpoint, path = sys.argv[1], Path(sys.argv[2])
    chain = Subtensor(network=endpoint)
    script = Script(chain, wallet_of(path, "//Alice"))
    answer = {
        "look": script.look(),
        "transfer": script.transfer(),
        "burned_register": script.burned_register(),
        "register": script.register(wallet_of(path, "//Bob")),
        "register_subnet": script.register_subnet(),
        "stake": script.stake(),
        "fail": script.fail(),
    }
    chain.close()
    # In one write: a thread of the library logs to this stream as well.
    sys.stdout.write(json.dumps(answer) + "\n")


main()
