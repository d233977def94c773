"""What calls cost: reckoned by hand from the published weights, and charged by the chain.

Every fee has the weight of the extensions in it, whose benchmarks the table took from a Substrate
revision that is not exactly the one that Subtensor was built with. Calls of Substrate's own pallets
have the same mark; their cases say so in their names (`inexact`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from btsdk.keys import Keypair
from tests.simulation.fees_by_hand import Table
from tests.simulation.world import HOTKEYS, SUBNETS, TAO, World, call, key, settled_world

DAVE, EVE, FERDIE = (("Id", key(name).public_key) for name in ("Dave", "Eve", "Ferdie"))
HOTKEY = HOTKEYS[0].public_key
"""Owns subnet 2's first uid; its coldkey is Charlie, and Alice and Bob have stake on it."""
FRESH = key("hotkey of nobody").public_key
MINER = HOTKEYS[SUBNETS + 1].public_key
"""Alice's hotkey on subnet 1 and on root."""
SUBTENSOR = "SubtensorModule"
INEXACT = ("System", "Balances", "Sudo", "Preimage", "Multisig")
"""Pallets of Substrate itself: the table marks what it says of their calls."""


def _moved(**who: bytes) -> dict[str, Any]:
    return {"origin_netuid": 2, "destination_netuid": 3, "alpha_amount": TAO, **who}


@dataclass(frozen=True)
class Case:
    """A call, who signs it, and how its weight is made up.

    `units` is what the call's weight is counted by; `inner` are the calls inside, whose weight with
    their guards is added; `reported` says that the call reports its weight afterwards, and `weighs`
    what that is where the table's numbers do not make it up.
    """

    call: Any
    signer: str = "Alice"
    units: int = 0
    variant: str | None = None
    inner: tuple[Any, ...] = ()
    reported: bool = False
    weighs: int | None = None
    fails: bool = False
    free: bool = False
    tip: int = 0
    mortal: bool = False

    @property
    def name(self) -> str:
        return _name(self.call)

    @property
    def keypair(self) -> Keypair:
        return key(self.signer)


def _name(value: Any) -> str:
    pallet, inner = value
    return f"{pallet}.{inner if isinstance(inner, str) else inner[0]}"


REMARK = call("System", "remark", remark=b"0123456789")
TRANSFER = call("Balances", "transfer_keep_alive", dest=DAVE, value=TAO)
ALPHA = {"hotkey": HOTKEY, "netuid": 2}
PROXY = {"delegate": EVE, "proxy_type": "Any", "delay": 0}
TO_OTHER = {"hotkey": HOTKEY, "origin_netuid": 2, "destination_netuid": 3, "alpha_amount": TAO}
IDENTITY = dict.fromkeys(
    ("name", "url", "github_repo", "image", "discord", "description", "additional"), b"x"
)

CASES = (
    Case(REMARK, units=10),
    Case(REMARK, units=10, mortal=True),
    Case(REMARK, units=10, tip=12_345),
    Case(call("System", "remark_with_event", remark=bytes(300)), units=300),
    Case(TRANSFER),
    Case(TRANSFER, mortal=True),
    Case(call("Balances", "transfer_keep_alive", dest=DAVE, value=2**63), fails=True),
    Case(call("Balances", "transfer_allow_death", dest=EVE, value=TAO)),
    Case(call("Balances", "burn", value=TAO, keep_alive=True), variant="if keep_alive"),
    Case(call("Balances", "burn", value=TAO, keep_alive=False), variant="else"),
    Case(call(SUBTENSOR, "add_stake", **ALPHA, amount_staked=10 * TAO)),
    Case(call(SUBTENSOR, "add_stake", **ALPHA, amount_staked=10 * TAO), mortal=True),
    Case(call(SUBTENSOR, "add_stake", hotkey=FRESH, netuid=2, amount_staked=TAO), fails=True),
    Case(
        call(
            SUBTENSOR,
            "add_stake_limit",
            **ALPHA,
            amount_staked=TAO,
            limit_price=100 * TAO,
            allow_partial=True,
        )
    ),
    Case(call(SUBTENSOR, "remove_stake", **ALPHA, amount_unstaked=TAO)),
    Case(
        call(
            SUBTENSOR,
            "remove_stake_limit",
            **ALPHA,
            amount_unstaked=TAO,
            limit_price=1,
            allow_partial=True,
        )
    ),
    Case(call(SUBTENSOR, "swap_stake", **TO_OTHER)),
    Case(call(SUBTENSOR, "recycle_alpha", **ALPHA, amount=TAO // 10)),
    Case(call(SUBTENSOR, "burn_alpha", **ALPHA, amount=TAO // 10)),
    Case(call(SUBTENSOR, "lock_stake", **ALPHA, amount=TAO // 10)),
    Case(call(SUBTENSOR, "burned_register", netuid=4, hotkey=FRESH)),
    Case(call(SUBTENSOR, "burned_register", netuid=99, hotkey=FRESH), fails=True),
    Case(call(SUBTENSOR, "register_network", hotkey=FRESH)),
    Case(call(SUBTENSOR, "set_root_claim_type", new_root_claim_type="Keep")),
    Case(call(SUBTENSOR, "set_coldkey_auto_stake_hotkey", netuid=2, hotkey=HOTKEY)),
    Case(call(SUBTENSOR, "set_children", hotkey=MINER, netuid=1, children=[])),
    Case(call(SUBTENSOR, "set_childkey_take", hotkey=MINER, netuid=1, take=0)),
    Case(call(SUBTENSOR, "try_associate_hotkey", hotkey=key("another").public_key)),
    Case(call(SUBTENSOR, "set_identity", **IDENTITY)),
    Case(call(SUBTENSOR, "decrease_take", hotkey=MINER, take=5000), free=True),
    Case(
        call(
            SUBTENSOR,
            "serve_axon",
            netuid=2,
            version=1,
            ip=0x01020304,
            port=8091,
            ip_type=4,
            protocol=4,
            placeholder1=0,
            placeholder2=0,
        ),
        signer="hotkey/0",
        free=True,
    ),
    Case(call("Proxy", "add_proxy", **PROXY), units=0),
    Case(
        call(
            "Proxy",
            "proxy",
            real=("Id", key("Alice").public_key),
            force_proxy_type=None,
            call=TRANSFER,
        ),
        signer="Eve",
        inner=(TRANSFER,),
    ),
    Case(
        call("Utility", "batch", calls=[TRANSFER] * 3),
        units=3,
        inner=(TRANSFER,) * 3,
        reported=True,
    ),
    Case(
        call("Utility", "batch_all", calls=[TRANSFER, TRANSFER]),
        units=2,
        inner=(TRANSFER,) * 2,
        reported=True,
    ),
    Case(
        call("Utility", "force_batch", calls=[TRANSFER]), units=1, inner=(TRANSFER,), reported=True
    ),
    Case(
        call(
            "Crowdloan",
            "create",
            deposit=10 * TAO,
            min_contribution=TAO,
            cap=100 * TAO,
            end=300,
            call=None,
            target_address=key("Bob").public_key,
        )
    ),
    Case(call("Sudo", "sudo", call=REMARK), free=True),
    Case(call(SUBTENSOR, "move_stake", **_moved(origin_hotkey=HOTKEY, destination_hotkey=MINER))),
    Case(call(SUBTENSOR, "transfer_stake", **_moved(hotkey=HOTKEY, destination_coldkey=EVE[1]))),
    Case(
        call(SUBTENSOR, "swap_stake_limit", **TO_OTHER, limit_price=1, allow_partial=True),
        signer="Bob",
    ),
    Case(call(SUBTENSOR, "remove_stake_full_limit", **ALPHA, limit_price=1), signer="Bob"),
    Case(call(SUBTENSOR, "root_register", hotkey=FRESH)),
    Case(
        call(SUBTENSOR, "add_stake_burn", **ALPHA, amount=TAO, limit=None),
        signer="Charlie",
    ),
    Case(
        call("Proxy", "announce", real=("Id", key("Alice").public_key), call_hash=bytes(32)), "Eve"
    ),
    Case(call("Proxy", "create_pure", proxy_type="Any", delay=0, index=0)),
    Case(call("Proxy", "remove_proxy", **PROXY)),
    Case(call("Crowdloan", "contribute", crowdloan_id=0, amount=TAO), signer="Dave"),
    Case(call("Preimage", "note_preimage", bytes=bytes(100)), units=100),
    Case(
        call("Multisig", "as_multi_threshold_1", other_signatories=[EVE[1]], call=REMARK),
        units=len(b"\x00\x00\x28" + b"0123456789"),
        inner=(REMARK,),
    ),
    # One read, that of the hotkeys on which Three has stake: there are none to claim for.
    Case(
        call(SUBTENSOR, "claim_root", subnets=[1]),
        signer="Three",
        reported=True,
        weighs=25_000_000,
    ),
    Case(call("Balances", "transfer_all", dest=DAVE, keep_alive=True), signer="Ferdie"),
)


def _label(case: Case) -> str:
    words = [case.name]
    words += [word for word in ("fails", "free", "mortal", "tip") if getattr(case, word)]
    pallet = case.name.partition(".")[0]
    if pallet in INEXACT:
        words.append("inexact")
    return "-".join(words)


@pytest.fixture(scope="module")
def world() -> World:
    return settled_world()


def test_there_are_thirty_calls_that_cost_something() -> None:
    assert len({case.name for case in CASES if not case.free}) >= 30


@pytest.mark.parametrize("case", CASES, ids=_label)
def test_the_fee_is_the_one_reckoned_by_hand(case: Case, world: World, shared_data: Path) -> None:
    table = Table.read(shared_data)
    assert ("inexact" in _label(case)) != table.is_exact(case.name)
    born = world.chain.best if case.mortal else None
    extrinsic = world.signing.signed(
        case.keypair, case.call, world.nonce(case.keypair), case.tip, born
    )
    world.chain.author_block([extrinsic], only=True)
    assert _failed(world) == case.fails
    charged = _charged(world)
    assert charged["tip"] == case.tip
    assert charged["actual_fee"] == _by_hand(table, case, len(extrinsic)) + case.tip


def test_the_published_examples_follow_from_the_table(shared_data: Path) -> None:
    table = Table.read(shared_data)
    units = {"System.remark": 10}
    for example in table.data["examples"]["list"]:
        name = example["call"]
        own, guards = table.own(name, units.get(name, 0)), table.guards(name)
        fee = table.fee(own, guards, example["encoded_length"], mortal=True)
        assert example["inclusion_fee"] == (fee if table.pays(name) == "Yes" else 0), name


def _by_hand(table: Table, case: Case, length: int) -> int:
    if case.free:
        return 0
    inner = sum(
        table.own(name, 10 if name == "System.remark" else 0) + table.guards(name)
        for name in map(_name, case.inner)
    )
    own = table.own(case.name, case.units, case.variant) if case.weighs is None else case.weighs
    return table.fee(
        own + inner,
        table.guards(case.name),
        length,
        mortal=case.mortal,
        in_call=not case.reported,
    )


def _charged(world: World) -> dict[str, int]:
    paid = [
        inner[1]
        for record in world.events()
        for pallet, inner in [record["event"]]
        if pallet == "TransactionPayment"
    ]
    assert len(paid) == 1
    found: dict[str, int] = paid[0]
    return found


def _failed(world: World) -> bool:
    return any(
        pallet == "System" and inner[0] == "ExtrinsicFailed"
        for pallet, inner in (record["event"] for record in world.events())
    )
