"""What a proxy's type allows: foreseen as the chain answers, for every type and nested calls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk import AddProxy, AddStake, DispatchError, Keypair, Proxied, Tao
from btsdk.calls import admin_utils, subtensor, sudo, system, utility
from btsdk.ops import Announced, Batch, ForceBatch, RawCall, RemoveProxies, RemoveProxy, Transfer
from btsdk.reads.proxies import PROXY_TYPES
from btsdk.tx.dispatch import dispatch_error
from btsdk.tx.operation import Wanted
from btsdk.tx.prepare import Plan
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, CHARLIE, SENT, done, refused

HOTKEY = Keypair.from_uri("//Alice//hotkey").ss58_address
SMALL = Transfer(CHARLIE.ss58_address, Tao.parse("0.4"))
STAKE = AddStake(HOTKEY, 0, Tao.parse("1"))
WEIGHT: Any = {"ref_time": 0, "proof_size": 0}
PAID = RawCall("Balances", "transfer_keep_alive", {"dest": BOB, "value": 1})
REMARK = system.Remark(remark="a")
CALLS: dict[str, Wanted] = {
    "transfer": SENT,
    "small transfer": SMALL,
    "stake": STAKE,
    "remark": REMARK,
    "children": subtensor.SetChildren(hotkey=BOB, netuid=1, children=[]),
    "owner's hotkey": admin_utils.SudoSetSubnetOwnerHotkey(netuid=1, hotkey=BOB),
    "kappa": admin_utils.SudoSetKappa(netuid=1, kappa=5),
    "sudo": sudo.Sudo(call=REMARK),
    "set code": sudo.SudoUncheckedWeight(call=system.SetCode(code=b""), weight=WEIGHT),
    "unchecked": sudo.SudoUncheckedWeight(call=REMARK, weight=WEIGHT),
    "add any": AddProxy(CHARLIE),
    "add staking": AddProxy(CHARLIE, "Staking"),
    "add transfer": AddProxy(CHARLIE, "Transfer"),
    "add small": AddProxy(CHARLIE, "SmallTransfer"),
    "remove small": RemoveProxy(BOB, "SmallTransfer"),
    "remove all": RemoveProxies(),
    "batch": Batch([SMALL, STAKE]),
    "lazy batch": Batch([SMALL, STAKE], atomic=False),
    "force batch": ForceBatch([SMALL, STAKE]),
    "derivative": RawCall("Utility", "as_derivative", {"index": 0, "call": PAID}),
    "either": utility.IfElse(main=REMARK, fallback=REMARK),
}


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        for start in range(0, len(PROXY_TYPES), 6):
            names = PROXY_TYPES[start : start + 6]
            chain.client.execute(Batch([AddProxy(BOB, name) for name in names]), ALICE)  # type: ignore[arg-type]
        yield chain


def answered(chain: LocalChain, plan: Plan) -> str | None:
    """The code with which the chain answers the proxy's call; nothing is kept."""
    metadata = plan.at.metadata
    call = plan.draft.call.encode(metadata)
    changes = chain.control.dry_run_as(BOB.public_key, call).changes
    raw = changes[metadata.storage("System", "Events").key()]
    assert raw is not None
    records = metadata.decode_events(raw)
    items = [record for record in records if record.name in ("ItemCompleted", "ItemFailed")]
    if items and all(record.name == "ItemFailed" for record in items):  # a batch of nothing
        errors = {dispatch_error(metadata, record.fields["error"]).code for record in items}
        return errors.pop() if len(errors) == 1 else None
    for record in records:
        if (record.pallet, record.name) == ("Proxy", "ProxyExecuted"):
            result = record.fields["result"]
            return None if result[0] == "Ok" else dispatch_error(metadata, result[1]).code
        if (record.pallet, record.name) == ("Utility", "BatchInterrupted"):
            return dispatch_error(metadata, record.fields["error"]).code
    raise AssertionError("the call was not executed")


@pytest.mark.parametrize("proxy_type", PROXY_TYPES)
def test_the_filter_foreseen_is_that_of_the_chain(chain: LocalChain, proxy_type: str) -> None:
    for name, operation in CALLS.items():
        plan = chain.client.prepare(Proxied(operation, ALICE, proxy_type), BOB)
        foreseen = any(one.code == "System.CallFiltered" for one in plan.preview.refusals)
        code = answered(chain, plan)
        assert foreseen == (code == "System.CallFiltered"), (name, code, plan.preview.refusals)


def test_a_refusal_says_the_type_and_the_call() -> None:
    with LocalChain() as chain:
        client = chain.client
        done(client, AddProxy(BOB, "Staking"), ALICE)
        assert (
            refused(client, Proxied(SENT, ALICE), BOB)
            == "a proxy of type Staking may not call Balances.transfer_keep_alive"
        )
        nested = Proxied(Batch([STAKE, Batch([SENT])]), ALICE)
        plan = client.prepare(nested, BOB)
        assert "may not call Utility.batch_all" in plan.preview.refusals[0].reason
        done(client, AddProxy(CHARLIE, "NonTransfer"), ALICE)
        reason = refused(client, Proxied(Batch([REMARK, SENT]), ALICE), CHARLIE)
        assert reason == "a proxy of type NonTransfer may not call Balances.transfer_keep_alive"
        part = client.prepare(Proxied(ForceBatch([REMARK, SENT]), ALICE), CHARLIE)
        assert part.preview.refusals == ()
        assert reason in part.preview.warnings
        client.submit(part)
        later = client.prepare(Announced(SENT, ALICE), BOB)
        assert later.preview.refusals == ()
        assert "a proxy of type Staking may not call" in later.preview.warnings[0]


def test_filters_are_read(chain: LocalChain) -> None:
    view = chain.client.head()
    assert tuple(one.name for one in view.proxy_types()) == PROXY_TYPES
    assert {one.name for one in view.proxy_types() if one.deprecated} == {
        "Triumvirate", "Senate", "Governance", "RootWeights",
    }  # fmt: skip
    small = view.proxy_filter("SmallTransfer")
    assert small.mode == "Allow"
    assert str(small.calls[0]) == "Balances.transfer_keep_alive with value below 500000000"
    assert str(view.proxy_filter("SudoUncheckedSetCode").calls[0]) == (
        "Sudo.sudo_unchecked_weight around System.set_code"
    )
    assert str(view.proxy_filter("NonTransfer").calls[0]) == "Balances"
    assert view.proxy_filters()["SmallTransfer"] == small
    with pytest.raises(DispatchError):
        chain.client.execute(Proxied(SENT, ALICE, "SmallTransfer"), BOB)
