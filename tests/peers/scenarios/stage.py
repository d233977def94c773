"""What the scenarios have in common; runs in the environment of `bittensor` 10.5.

A scenario is a script of a few steps. It says what happened in numbers, as one line of JSON; the
test reckons them again.

usage of every scenario: SCRIPT ENDPOINT WALLETS_PATH
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bittensor import Balance, Subtensor
from bittensor.core.extrinsics.utils import sudo_call_extrinsic
from bittensor_wallet import Keypair, Wallet

TAO = 1_000_000_000


def plain(value: Any) -> Any:
    """A value that JSON knows, without the wrappers of the client."""
    value = getattr(value, "value", value)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (bytes, bytearray)):
        return "0x" + bytes(value).hex()
    if isinstance(value, Balance):
        return value.rao
    return value


def wallet_of(folder: Path, uri: str) -> Wallet:
    """The wallet of a key, in plain files; its hotkey is derived from it."""
    name = uri.strip("/").replace("/", "-").lower()
    wallet = Wallet(name=name, hotkey="default", path=str(folder))
    coldkey, hotkey = Keypair.create_from_uri(uri), Keypair.create_from_uri(f"{uri}//hotkey")
    wallet.set_coldkey(coldkey, encrypt=False, overwrite=True)
    wallet.set_coldkeypub(coldkey, encrypt=False, overwrite=True)
    wallet.set_hotkey(hotkey, encrypt=False, overwrite=True)
    wallet.set_hotkeypub(hotkey, encrypt=False, overwrite=True)
    return wallet


class Stage:
    """A client on the node, and wallets of plain files made from well-known keys."""

    def __init__(self, endpoint: str, wallets: Path) -> None:
        self.chain = Subtensor(network=endpoint)
        self._wallets = wallets
        self.alice = self.wallet("//Alice")

    def wallet(self, uri: str) -> Wallet:
        """The wallet of a key; its hotkey is derived from it."""
        return wallet_of(self._wallets, uri)

    def free(self, wallet: Wallet | str, block: int | None = None) -> int:
        """The free balance of a coldkey."""
        address = wallet if isinstance(wallet, str) else wallet.coldkeypub.ss58_address
        return int(self.chain.get_balance(address, block=block).rao)

    def staked(self, wallet: Wallet, netuid: int, block: int | None = None) -> int:
        """Alpha of a coldkey with its own hotkey."""
        coldkey, hotkey = wallet.coldkeypub.ss58_address, wallet.hotkey.ss58_address
        return int(self.chain.get_stake(coldkey, hotkey, netuid, block=block).rao)

    def read(self, item: str, *params: Any, block: int | None = None) -> Any:
        """A storage item of SubtensorModule."""
        return plain(self.chain.query_subtensor(item, params=list(params), block=block))

    def told(self, response: Any) -> dict[str, Any]:
        """What the SDK says of an extrinsic: its success, fee, block and events."""
        receipt = response.extrinsic_receipt
        if receipt is None:
            return {"success": response.success, "message": response.message}
        return {
            "success": response.success,
            "message": response.message,
            "fee": int(receipt.total_fee_amount),
            "block": int(self.chain.substrate.get_block_number(receipt.block_hash)),
            "events": [
                [
                    event["event"]["module_id"],
                    event["event"]["event_id"],
                    plain(event["attributes"]),
                ]
                for event in receipt.triggered_events
            ],
        }

    def must(self, response: Any) -> Any:
        """The response, where what it stands for is not the scenario's own point."""
        assert response.success, response.message
        return response

    def own(self, owner: Wallet, call: str, **params: Any) -> Any:
        """A setting of AdminUtils' by the owner of a subnet."""
        return sudo_call_extrinsic(self.chain, owner, call, params, root_call=True)

    def sudo(self, call: str, pallet: str = "AdminUtils", **params: Any) -> Any:
        """A call as root; Alice holds the key."""
        return sudo_call_extrinsic(self.chain, self.alice, call, params, call_module=pallet)

    def must_sudo(self, call: str, pallet: str = "AdminUtils", **params: Any) -> None:
        """A call as root that succeeds, inside as well."""
        response = self.must(self.sudo(call, pallet, **params))
        [sudid] = [
            event["attributes"]["sudo_result"]
            for event in response.extrinsic_receipt.triggered_events
            if event["event"]["event_id"] == "Sudid"
        ]
        assert "Ok" in sudid, (call, sudid)

    def send(self, wallet: Wallet, pallet: str, call: str, **params: Any) -> Any:
        """A call that the SDK has no method for."""
        composed = self.chain.compose_call(pallet, call, params)
        return self.chain.sign_and_send_extrinsic(
            composed, wallet, wait_for_inclusion=True, wait_for_finalization=True
        )

    def fund(self, wallet: Wallet, tao: int) -> None:
        """Give a coldkey TAO of Alice's."""
        address = wallet.coldkeypub.ss58_address
        self.must(self.chain.transfer(self.alice, address, Balance.from_tao(tao)))

    def found_subnet(self, owner: Wallet, *, started: bool = True) -> int:
        """A new subnet of `owner`'s, started where asked, with settings open to change."""
        self.must_sudo("sudo_set_network_rate_limit", rate_limit=0)
        self.must_sudo("sudo_set_admin_freeze_window", window=0)
        self.must(self.chain.register_subnet(owner))
        netuid = max(int(netuid) for netuid in self.chain.get_all_subnets_netuid())
        if started:
            self.chain.wait_for_block(self.chain.block + self.chain.get_start_call_delay() + 1)
            self.must(self.chain.start_call(owner, netuid))
        return netuid


def play(*steps: Any) -> None:
    """Run steps on one stage; each adds what it saw under its own name."""
    stage = Stage(sys.argv[1], Path(sys.argv[2]))
    try:
        seen = {step.__name__: step(stage) for step in steps}
    finally:
        stage.chain.close()
    # In one write: a thread of the library logs to this stream as well.
    sys.stdout.write(json.dumps(plain(seen)) + "\n")
