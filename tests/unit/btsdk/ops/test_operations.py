"""What operations refuse, which call they become, and what they warn of."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.calls import balances
from btsdk.errors import AddressError, AmountError, IncompatibleItem, UsageError
from btsdk.keys import Keypair, ss58
from btsdk.ops import (
    AddStake,
    AddStakes,
    Announced,
    Batch,
    CreateSubnet,
    Faucet,
    ForceBatch,
    PowRegister,
    Proxied,
    RawCall,
    RecycleRegister,
    RemoveStake,
    StartSubnet,
    SubnetIdentity,
    Sudo,
    Transfer,
    TransferAll,
)
from btsdk.tx.operation import Draft, Operation, Wanted, describe, drafted
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.script import Script, dev_at

ALICE = Keypair.from_uri("//Alice").ss58_address
BOB = Keypair.from_uri("//Bob").ss58_address
TAO = Tao.parse("1")
METADATA = dev_at().metadata


class Chain:
    """Storage and runtime APIs by name, as their decoded values; the rest reads as missing."""

    def __init__(self, free: int = 10**12, **values: Any) -> None:
        self.values = {"Account": _account(free), **values}

    def script(self) -> Script:
        return Script(
            {
                "state_getStorage": self._storage,
                "state_queryStorageAt": self._many,
                "state_call": self._api,
            }
        )

    def _storage(self, key: str, block: str) -> str | None:
        for pallet in METADATA.pallets.values():
            for name, item in pallet.storage.items():
                if key.startswith("0x" + item.prefix.hex()):
                    value = self.values.get(name)
                    return None if value is None else "0x" + item.encode(value).hex()
        raise AssertionError(key)

    def _many(self, keys: list[str], block: str) -> Any:
        return [{"changes": [[key, self._storage(key, block)] for key in keys]}]

    def _api(self, wire: str, data: str, block: str) -> str:
        api, _, method = wire.partition("_")
        value = self.values[method]
        return "0x" + METADATA.registry.encode(METADATA.api(api, method).output, value).hex()


def _account(free: int) -> dict[str, Any]:
    data = {"free": free, "reserved": 0, "frozen": 0, "flags": 1 << 127}
    return {"nonce": 0, "consumers": 0, "providers": 1, "sufficients": 0, "data": data}


def _swap(tao: int, alpha: int) -> dict[str, int]:
    names = ("tao_fee", "alpha_fee", "tao_slippage", "alpha_slippage")
    return {"tao_amount": tao, "alpha_amount": alpha, **dict.fromkeys(names, 0)}


POOL = {
    "Owner": b"\x01" * 32,
    "NetworksAdded": True,
    "SubtokenEnabled": True,
    "current_alpha_price": 500_000_000,
    "sim_swap_tao_for_alpha": _swap(10**9, 2 * 10**9),
    "sim_swap_alpha_for_tao": _swap(5 * 10**8, 10**9),
}


def draft(operation: Wanted, chain: Chain | None = None, origin: str = ALICE) -> Draft:
    return (chain or Chain()).script().play(drafted(operation, dev_at(), origin))


def called(operation: Operation, chain: Chain | None = None, origin: str = ALICE) -> str:
    """The call as decoded from its bytes: names and arguments as the chain reads them."""
    call = METADATA.decode_call(draft(operation, chain, origin).call.encode(METADATA))
    return f"{call.pallet}.{call.name}"


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Transfer("nonsense", TAO), AddressError),
        (lambda: Transfer(BOB, Tao.from_rao(0)), AmountError),
        (lambda: Transfer(BOB, Tao.from_rao(-5)), AmountError),
        (lambda: Transfer(BOB, Alpha.parse("1", 1)), AmountError),  # type: ignore[arg-type]
        (lambda: Transfer(BOB, 5), AmountError),  # type: ignore[arg-type]
        (lambda: Transfer(b"x" * 32, TAO), UsageError),  # type: ignore[arg-type]
        (lambda: AddStake(BOB, -1, TAO), UsageError),
        (lambda: AddStake(BOB, 1, Alpha.parse("1", 1)), AmountError),  # type: ignore[arg-type]
        (lambda: AddStake(BOB, 1, TAO, allow_partial=True), UsageError),
        (lambda: RemoveStake(BOB, 1, TAO), AmountError),  # type: ignore[arg-type]
        (lambda: RemoveStake(BOB, 1, Alpha.parse("1", 2)), AmountError),
        (lambda: RemoveStake(BOB, 1, "all", TAO, allow_partial=True), UsageError),
        (lambda: RecycleRegister(1, BOB, limit_price=Tao.from_rao(0)), AmountError),
        (lambda: PowRegister(70_000, BOB), UsageError),
        (lambda: CreateSubnet("5F"), AddressError),
    ],
)
def test_what_cannot_be_meant_is_refused_at_once(make: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        make()


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (Transfer(BOB, TAO), "Balances.transfer_keep_alive"),
        (Transfer(BOB, TAO, allow_death=True), "Balances.transfer_allow_death"),
        (TransferAll(BOB), "Balances.transfer_all"),
        (AddStake(BOB, 1, TAO), "SubtensorModule.add_stake"),
        (AddStake(BOB, 1, TAO, limit_price=TAO), "SubtensorModule.add_stake_limit"),
        (AddStake(BOB, 0, TAO, limit_price=TAO), "SubtensorModule.add_stake"),
        (AddStake(BOB, 1, "all"), "SubtensorModule.add_stake"),
        (StartSubnet(1), "SubtensorModule.start_call"),
        (Faucet(), "SubtensorModule.faucet"),
        (Sudo(Transfer(BOB, TAO)), "Sudo.sudo"),
        (
            Batch([Transfer(BOB, TAO), RawCall("System", "remark", {"remark": b""})]),
            "Utility.batch_all",
        ),
        (Batch([Transfer(BOB, TAO)], atomic=False), "Utility.batch"),
        (ForceBatch([Transfer(BOB, TAO)]), "Utility.force_batch"),
        (AddStakes([AddStake(BOB, 1, TAO), AddStake(BOB, 0, TAO)]), "Utility.force_batch"),
        (AddStakes([AddStake(BOB, 1, "all")]), "Utility.force_batch"),
        (Proxied(Transfer(BOB, TAO), BOB), "Proxy.proxy"),
        (Proxied(Transfer(BOB, TAO), BOB, "Transfer"), "Proxy.proxy"),
        (Announced(Transfer(BOB, TAO), BOB), "Proxy.announce"),
    ],
)
def test_the_call_of_an_operation(operation: Operation, name: str) -> None:
    chain = Chain(SubnetOwner=ss58.decode(ALICE), **POOL)
    assert called(operation, chain) == name


def test_transfer_arguments_and_effects() -> None:
    found = draft(Transfer(BOB, Tao.parse("1.5")))
    assert describe(found.call, METADATA) == (
        f"Balances.transfer_keep_alive(dest={BOB}, value=τ1.500000000)"
    )
    assert found.effects == (f"{ALICE} sends τ1.500000000 to {BOB}",)
    assert found.warnings == ()


def test_a_transfer_warns_of_what_may_surprise() -> None:
    (short,) = draft(Transfer(BOB, TAO), Chain(free=10**6)).warnings
    assert "can move τ0.001000000" in short
    (reaped,) = draft(Transfer(BOB, TAO, allow_death=True), Chain(free=10**9)).warnings
    assert "removed" in reaped
    (itself,) = draft(Transfer(ALICE, TAO)).warnings
    assert "itself" in itself
    dust = draft(Transfer(BOB, Tao.from_rao(5)), Chain(free=400)).warnings
    assert any("receiving account" in warning for warning in dust)
    (emptied,) = draft(TransferAll(BOB)).warnings
    assert "emptied" in emptied


def test_staking_all_leaves_the_fee() -> None:
    found = draft(AddStake(BOB, 1, "all"), Chain(free=10**10, **POOL))
    arguments = found.call.arguments()
    assert arguments["amount_staked"] == Tao.from_rao(10**10 - 500 - 5_000_000)
    with pytest.raises(UsageError, match="too little"):
        draft(AddStake(BOB, 1, "all"), Chain(free=10**6, **POOL))


def test_staking_says_what_it_gives_and_what_moves_the_price() -> None:
    found = draft(AddStake(BOB, 1, TAO), Chain(**POOL))
    assert "it gives about α2.000000000 at τ0.500000000 for one alpha" in found.effects
    assert found.warnings == ("no price limit is set: the price may move before inclusion",)
    dear = Chain(**{**POOL, "sim_swap_tao_for_alpha": _swap(10**9, 10**9)})
    warnings = draft(AddStake(BOB, 1, TAO, limit_price=TAO), dear).warnings
    assert warnings == ("price impact and swap fee take 50.00 % of the amount",)


def test_staking_where_there_is_nothing_to_stake_on() -> None:
    assert draft(AddStake(BOB, 9, TAO), Chain()).warnings == ("there is no subnet 9",)
    (closed,) = draft(AddStake(BOB, 9, TAO), Chain(NetworksAdded=True)).warnings
    assert "not open" in closed


def _stake(rao: int) -> dict[str, Any]:
    account = ss58.decode(BOB)
    zeros = dict.fromkeys(("locked", "emission", "tao_emission", "drain"), 0)
    who = {"hotkey": account, "coldkey": account, "netuid": 1}
    return {**who, **zeros, "stake": rao, "is_registered": True}


def test_unstaking() -> None:
    held = {"get_stake_info_for_hotkey_coldkey_netuid": _stake(10**9), **POOL}
    one = Alpha.parse("1", 1)
    assert called(RemoveStake(BOB, 1, one), Chain(**held)) == "SubtensorModule.remove_stake"
    limited = RemoveStake(BOB, 1, one, limit_price=TAO, allow_partial=True)
    assert called(limited, Chain(**held)) == "SubtensorModule.remove_stake_limit"
    full = RemoveStake(BOB, 1, "all", limit_price=TAO)
    found = draft(full, Chain(**held))
    assert found.call.name == "remove_stake_full_limit"
    assert found.call.arguments()["limit_price"] == TAO
    (more,) = draft(RemoveStake(BOB, 1, one * 2), Chain(**held)).warnings
    assert "the stake there is α1.000000000" in more
    nothing = {"get_stake_info_for_hotkey_coldkey_netuid": None, **POOL}
    with pytest.raises(UsageError, match="no stake"):
        draft(RemoveStake(BOB, 1, "all"), Chain(**nothing))


OPEN = {
    "NetworksAdded": True,
    "Burn": 10**9,
    "Difficulty": 5,
    "NetworkRegistrationAllowed": True,
    "NetworkPowRegistrationAllowed": True,
}


def test_recycling() -> None:
    found = draft(RecycleRegister(1, BOB, limit_price=TAO), Chain(**OPEN))
    assert (found.call.name, found.warnings) == ("register_limit", ())
    assert "τ1.000000000 is recycled" in found.effects
    unlimited = draft(RecycleRegister(1, BOB), Chain(**OPEN))
    assert unlimited.call.name == "burned_register"
    assert any("no price limit" in warning for warning in unlimited.warnings)
    dear = draft(RecycleRegister(1, BOB, limit_price=Tao.from_rao(5)), Chain(**OPEN))
    assert any("above the limit" in warning for warning in dear.warnings)
    taken = draft(RecycleRegister(1, BOB, limit_price=TAO), Chain(**OPEN, Uids=7))
    assert any("already, as uid 7" in warning for warning in taken.warnings)
    foreign = draft(RecycleRegister(1, BOB, limit_price=TAO), Chain(**OPEN, Owner=ss58.decode(BOB)))
    assert any("another coldkey" in warning for warning in foreign.warnings)


def test_a_proof_of_work_is_made_last_and_by_the_right_key() -> None:
    found = draft(PowRegister(1, BOB), Chain(**OPEN))
    assert found.call.name == "pow_register"
    assert found.finish is not None
    with pytest.raises(UsageError, match="must sign"):
        draft(PowRegister(1, BOB, coldkey=BOB), Chain(**OPEN))
    closed = Chain(**{**OPEN, "NetworkPowRegistrationAllowed": False})
    assert any("closed" in warning for warning in draft(PowRegister(1, BOB), closed).warnings)


def test_a_proof_is_searched_for_the_newest_block_and_holds() -> None:
    from btsdk.pow.seal import DomainSeparatedForm, meets

    script = Chain(**{**OPEN, "Difficulty": 50}).script()
    block = bytes(range(32))
    script.answers |= {
        "chain_subscribeNewHeads": None,
        "chain_getBlockHash": "0x" + block.hex(),
        "chain_getHeader": {"number": "0x7"},
    }
    found = script.play(PowRegister(1, BOB).draft(dev_at(), ALICE))
    assert found.finish is not None
    arguments = script.play(found.finish()).arguments()
    assert arguments["work_block"] == 7
    puzzle = DomainSeparatedForm(1, ss58.decode(BOB), ss58.decode(ALICE)).puzzle(block)
    assert puzzle.seal(arguments["nonce"]) == arguments["work"]
    assert meets(arguments["work"], 50)


def test_what_is_made_last_does_not_go_into_a_batch() -> None:
    with pytest.raises(UsageError, match="by itself"):
        draft(Batch([Faucet(), Transfer(BOB, TAO)]))
    with pytest.raises(UsageError, match="at least one"):
        draft(Batch([]))


def test_a_generated_call_is_sent_as_it_stands() -> None:
    call = balances.TransferKeepAlive(dest=ss58.decode(BOB), value=TAO)
    encoded = call.encode(METADATA)
    shown = f"Balances.transfer_keep_alive(dest={BOB}, value={TAO})"
    alone = draft(call)
    assert (alone.call, alone.effects) == (call, (shown,))
    assert draft(Batch([call, Transfer(BOB, TAO)])).call.encode(METADATA).count(encoded) >= 1
    assert draft(Sudo(call)).call.encode(METADATA).endswith(encoded)
    assert draft(Sudo(call)).effects == (f"as root: {shown}",)
    assert draft(Proxied(call, BOB)).call.encode(METADATA).endswith(encoded)


def test_what_the_chain_lacks_is_said_by_name() -> None:
    call = draft(RawCall("System", "remark", {"remark": b"hi"})).call
    assert describe(call, METADATA) == "System.remark(remark='hi')"
    with pytest.raises(IncompatibleItem, match="no_such_call"):
        draft(RawCall("System", "no_such_call"))


def test_subnets() -> None:
    cost = {"get_network_registration_cost": 10**11}
    found = draft(CreateSubnet(BOB), Chain(**cost))
    assert found.call.name == "register_network"
    assert f"{Tao.parse('100')} is spent on it" in found.effects
    named = draft(CreateSubnet(BOB, SubnetIdentity("Demo", discord="demo")), Chain(**cost))
    assert named.call.name == "register_network_with_identity"
    assert "its name is 'Demo'" in named.effects
    shown = describe(named.call, METADATA)
    assert "{subnet_name: 'Demo', github_repo: ''" in shown
    odd = draft(CreateSubnet(BOB, SubnetIdentity("a\u202eb")), Chain(**cost))  # a bidi control
    assert "{subnet_name: 0x61e280ae62," in describe(odd.call, METADATA)
    (missing,) = draft(StartSubnet(4)).warnings
    assert missing == "there is no subnet 4"
    foreign = Chain(NetworksAdded=True, SubnetOwner=ss58.decode(BOB))
    assert draft(StartSubnet(1), foreign).warnings == (f"the subnet belongs to {BOB}",)
    own = {"NetworksAdded": True, "SubnetOwner": ss58.decode(ALICE)}
    assert draft(StartSubnet(1), Chain(**own)).warnings == ()
    again = Chain(**own, FirstEmissionBlockNumber=5)
    assert draft(StartSubnet(1), again).warnings == ("the subnet was started already",)
