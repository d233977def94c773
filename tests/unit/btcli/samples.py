"""What btcli shows, made by hand: accounts, stakes, a preview, a receipt, a context."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from btcli.accounts.portfolio import Holding, Valuation
from btcli.accounts.wallet_neurons import OwnedKey, WalletNeuron
from btcli.context import Context, SharedOptions
from btcli.output import Output
from btsdk.keys import Keypair
from btsdk.metadata import Metadata
from btsdk.reads.balances import Balance
from btsdk.reads.metagraph import MetagraphNeuron
from btsdk.reads.stakes import Stake
from btsdk.tx.prepare import Preview
from btsdk.tx.receipt import Receipt
from btsdk.units import Alpha, Tao
from chain_spec.metadata import metadata
from chain_spec.profile import Profile
from chain_spec.runtime import build

ALICE = Keypair.from_uri("//Alice").ss58_address
BOB = Keypair.from_uri("//Bob").ss58_address
GENESIS = "0x" + "12" * 32
BLOCK = "0x" + "ab" * 32


def declared() -> Metadata:
    return metadata(build(Profile.SLOW))


def context(wallets: Path, *, as_json: bool = False, **choices: Any) -> Context:
    """A run of a command, with wallets of its own and no config file."""
    return Context(SharedOptions(wallet_path=str(wallets), **choices), Output(as_json=as_json), {})


def balance(free: str, reserved: str = "0", frozen: str = "0") -> Balance:
    return Balance(Tao.parse(free), Tao.parse(reserved), Tao.parse(frozen))


def worth(value: str, sale: str | None) -> Valuation:
    return Valuation(Tao.parse(value), None if sale is None else Tao.parse(sale))


def holding(netuid: int, amount: str, price: str, sale: str | None, hotkey: str = BOB) -> Holding:
    alpha = Alpha.parse(amount, netuid)
    stake = Stake(ALICE, hotkey, netuid, alpha, Alpha.from_rao(0, netuid), True)
    value = Tao.from_rao(alpha.rao * Tao.parse(price).rao // 10**9)
    return Holding(stake, Tao.parse(price), Valuation(value, worth("0", sale).sale))


def preview(**values: Any) -> Preview:
    usual: dict[str, Any] = {
        "network": "local",
        "chain": "Bittensor dev",
        "genesis_hash": GENESIS,
        "signer": ALICE,
        "call": "Balances.transfer_keep_alive(…)",
        "fee": Tao.parse("0.001"),
        "tip": Tao.from_rao(0),
        "nonce": 4,
        "last_block": 128,
        "effects": ("first", "second"),
        "warnings": (),
    }
    return Preview(**{**usual, **values})


def receipt(**values: Any) -> Receipt:
    usual: dict[str, Any] = {
        "extrinsic_hash": "0x" + "cd" * 32,
        "block_hash": BLOCK,
        "block_number": 7,
        "index": 2,
        "fee": Tao.parse("0.001"),
        "tip": Tao.from_rao(0),
        "events": (),
        "finalized": False,
        "_records": (),
        "_metadata": None,
    }
    return Receipt(**{**usual, **values})


def wallet_neuron(
    netuid: int, uid: int, *, stake: str = "0", updated: int = 0, name: str | None = "default"
) -> WalletNeuron:
    alpha = Alpha.parse(stake, netuid)
    neuron = MetagraphNeuron(
        uid=uid,
        hotkey=ALICE,
        coldkey=ALICE,
        active=True,
        validator_permit=False,
        alpha_stake=alpha,
        tao_stake=Tao.from_rao(0),
        total_stake=Tao.from_rao(alpha.rao),
        emission=Alpha.from_rao(0, netuid),
        rank=0,
        trust=0,
        consensus=0,
        incentive=0,
        dividends=0,
        last_update=0,
        registered_at=0,
        axon=None,
    )
    return WalletNeuron(netuid, OwnedKey("alice", name, ALICE), neuron, 0, updated)
