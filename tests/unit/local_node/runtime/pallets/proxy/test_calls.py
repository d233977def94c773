from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import proxy as declared
from chain_spec.types import u16, u32
from chain_spec.types.substrate import AccountId32
from chain_spec.types.subtensor import ProxyType
from local_node.runtime.frame.origin import signed
from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    REMARK,
    balance,
    events_of,
    failed,
    module_error,
    reserved,
    run,
    transfer,
)
from tests.unit.local_node.runtime.pallets.calling import refused
from tests.unit.local_node.runtime.support import (
    ALICE,
    BOB,
    CHARLIE,
    DAVE,
    TAO,
    Node,
    fresh_context,
)

errors = declared.errors
ONE_PROXY = 93_000_000  # 0.06 TAO, and 0.033 for each
EACH_PROXY = 33_000_000
FILTERED = ("Module", {"index": 0, "error": b"\x05\0\0\0"})


def address(who: Keypair | bytes) -> tuple[str, bytes]:
    return ("Id", who if isinstance(who, bytes) else who.public_key)


def call(name: str, **args: Any) -> Any:
    return ("Proxy", (name, args) if args else name)


def add(delegate: Keypair, proxy_type: str = "Any", delay: int = 0) -> Any:
    return call("add_proxy", delegate=address(delegate), proxy_type=proxy_type, delay=delay)


def remove(delegate: Keypair, proxy_type: str = "Any", delay: int = 0) -> Any:
    return call("remove_proxy", delegate=address(delegate), proxy_type=proxy_type, delay=delay)


def proxy(real: Keypair | bytes, inner: Any, forced: str | None = None) -> Any:
    return call("proxy", real=address(real), force_proxy_type=forced, call=inner)


def announced(delegate: Keypair, real: Keypair, inner: Any) -> Any:
    return call(
        "proxy_announced",
        delegate=address(delegate),
        real=address(real),
        force_proxy_type=None,
        call=inner,
    )


def call_hash(node: Node, inner: Any) -> bytes:
    return blake2_256(node.executive.assembly.encode_call(inner))


def executed(node: Node) -> list[Any]:
    return [fields["result"] for name, fields in events_of(node, "Proxy")]


# -- who may act for whom --------------------------------------------------------------------------


def test_entries_are_sorted_and_paid_for():
    node = Node()
    assert run(node, add(CHARLIE, "Staking")) == DONE
    assert events_of(node, "Proxy") == [
        (
            "ProxyAdded",
            {
                "delegator": BOB.public_key,
                "delegatee": CHARLIE.public_key,
                "proxy_type": "Staking",
                "delay": 0,
            },
        )
    ]
    assert reserved(node, BOB) == ONE_PROXY
    for entry in (add(CHARLIE, "Owner", 3), add(ALICE, "RootClaim"), add(CHARLIE, "Owner", 1)):
        assert run(node, entry) == DONE
    assert reserved(node, BOB) == ONE_PROXY + 3 * EACH_PROXY
    entries, deposit = node.context().get(declared.storage.Proxies, BOB.public_key)
    assert deposit == reserved(node, BOB)
    found = [(entry["delegate"], entry["proxy_type"], entry["delay"]) for entry in entries]
    # by account, then by the index of the type (Owner 1, Staking 8), then by delay
    assert found == [
        (CHARLIE.public_key, "Owner", 1),
        (CHARLIE.public_key, "Owner", 3),
        (CHARLIE.public_key, "Staking", 0),
        (ALICE.public_key, "RootClaim", 0),
    ]


def test_what_cannot_be_added_or_removed_changes_nothing():
    node = Node()
    run(node, add(CHARLIE))
    assert run(node, add(CHARLIE)) == failed(errors.Duplicate)
    assert run(node, add(BOB)) == failed(errors.NoSelfProxy)
    assert run(node, remove(CHARLIE, "Owner")) == failed(errors.NotFound)
    assert run(node, remove(CHARLIE, "Any", 1)) == failed(errors.NotFound)
    assert run(node, remove(BOB), CHARLIE) == failed(errors.NotFound)
    assert reserved(node, BOB) == ONE_PROXY
    index = call("add_proxy", delegate=("Index", ()), proxy_type="Any", delay=0)
    assert run(node, index) == failed("CannotLookup")


def test_no_more_than_twenty():
    ctx = fresh_context()
    who = signed(BOB.public_key)
    for delay in range(20):
        ctx.dispatch(add(CHARLIE, delay=delay), who)
    with refused(ctx, errors.TooMany):
        ctx.dispatch(add(CHARLIE, delay=20), who)
    # an entry that is there is a duplicate before it is one too many
    with refused(ctx, errors.Duplicate):
        ctx.dispatch(add(CHARLIE, delay=3), who)
    entries, deposit = ctx.get(declared.storage.Proxies, BOB.public_key)
    assert (len(entries), deposit) == (20, 60_000_000 + 20 * EACH_PROXY)


def test_removed_entries_give_the_deposit_back():
    node = Node()
    for entry in (add(CHARLIE), add(DAVE), add(DAVE, "Owner")):
        run(node, entry)
    assert run(node, remove(DAVE)) == DONE
    assert reserved(node, BOB) == ONE_PROXY + EACH_PROXY
    assert run(node, call("remove_proxies")) == DONE
    assert reserved(node, BOB) == 0
    assert not node.context().contains(declared.storage.Proxies, BOB.public_key)
    assert run(node, add(CHARLIE)) == DONE
    assert run(node, remove(CHARLIE)) == DONE
    assert not node.context().contains(declared.storage.Proxies, BOB.public_key)
    assert reserved(node, BOB) == 0


def test_too_little_for_the_deposit():
    node = Node()
    rest = balance(node, DAVE.public_key)["free"] - TAO // 100
    run(node, transfer(rest), DAVE)
    assert run(node, add(CHARLIE), DAVE) == failed(("Module", {"index": 5, "error": b"\x02\0\0\0"}))
    assert not node.context().contains(declared.storage.Proxies, DAVE.public_key)


# -- acting ----------------------------------------------------------------------------------------


def test_a_proxy_acts_in_the_name_of_the_account():
    node = Node()
    run(node, add(DAVE))
    before, dave = balance(node, CHARLIE.public_key)["free"], node.free(DAVE)
    bob = node.free(BOB)
    assert run(node, proxy(BOB, transfer(5 * TAO)), DAVE) == DONE
    assert balance(node, CHARLIE.public_key)["free"] == before + 5 * TAO
    assert node.free(BOB) == bob - 5 * TAO
    assert node.free(DAVE) < dave  # the proxy pays the fee
    assert executed(node) == [("Ok", ())]


def test_only_a_proxy_of_that_type_acts():
    node = Node()
    run(node, add(DAVE, "Transfer"))
    assert run(node, proxy(BOB, REMARK), CHARLIE) == failed(errors.NotProxy)
    assert run(node, proxy(BOB, transfer(1), "Any"), DAVE) == failed(errors.NotProxy)
    assert run(node, proxy(BOB, transfer(1), "Transfer"), DAVE) == DONE
    assert run(node, proxy(BOB, REMARK), DAVE) == DONE
    assert executed(node) == [("Err", FILTERED)]


def test_the_failure_inside_is_in_the_event_and_undone():
    node = Node()
    run(node, add(DAVE))
    both = ("Utility", ("batch_all", {"calls": [transfer(TAO), transfer(2_000_000 * TAO)]}))
    before = node.free(BOB)
    assert run(node, proxy(BOB, both), DAVE) == DONE
    assert executed(node) == [("Err", ("Token", "FundsUnavailable"))]
    assert node.free(BOB) == before


def test_the_result_is_stored_until_the_block_ends():
    node = Node()
    run(node, add(DAVE))
    node.begin()
    node.apply(node.sign(DAVE, proxy(BOB, ("Sudo", "remove_key"))))
    result = node.context().get(declared.storage.LastCallResult, BOB.public_key)
    assert result == ("Err", ("Module", {"index": 12, "error": b"\0\0\0\0"}))
    node.end()
    assert not node.context().contains(declared.storage.LastCallResult, BOB.public_key)


def test_filters_hold_for_calls_inside_calls():
    node = Node()
    run(node, add(DAVE, "NonTransfer"))
    batch = ("Utility", ("batch", {"calls": [REMARK, transfer(TAO)]}))
    before = node.free(BOB)
    assert run(node, proxy(BOB, batch), DAVE) == DONE
    names = [name for _, name, _ in node.events()]
    assert "BatchInterrupted" in names
    assert node.free(BOB) == before


def test_a_proxy_cannot_give_more_than_it_has():
    node = Node()
    run(node, add(DAVE, "NonTransfer"))
    for more in (add(CHARLIE, "Any"), add(CHARLIE, "Transfer"), add(CHARLIE, "SmallTransfer")):
        assert run(node, proxy(BOB, more), DAVE) == DONE
        assert executed(node) == [("Err", FILTERED)]
    for all_rights in (call("remove_proxies"), remove(ALICE)):
        assert run(node, proxy(BOB, all_rights), DAVE) == DONE
        assert executed(node)[-1] == ("Err", FILTERED)
    assert run(node, proxy(BOB, add(CHARLIE, "Staking")), DAVE) == DONE
    assert events_of(node, "Proxy")[-1] == ("ProxyExecuted", {"result": ("Ok", ())})
    entries, _ = node.context().get(declared.storage.Proxies, BOB.public_key)
    assert {entry["proxy_type"] for entry in entries} == {"NonTransfer", "Staking"}


# -- announcing ------------------------------------------------------------------------------------


def announce(node: Node, real: Keypair, inner: Any) -> Any:
    return call("announce", real=address(real), call_hash=call_hash(node, inner))


def test_a_delayed_proxy_must_announce_and_wait():
    node = Node()
    inner = transfer(TAO)
    run(node, add(DAVE, delay=2))
    assert run(node, proxy(BOB, inner), DAVE) == failed(errors.Unannounced)
    assert run(node, announced(DAVE, BOB, inner), CHARLIE) == failed(errors.Unannounced)
    assert run(node, announce(node, BOB, inner), DAVE) == DONE
    at = node.best[0]
    assert events_of(node, "Proxy") == [
        (
            "Announced",
            {"real": BOB.public_key, "proxy": DAVE.public_key, "call_hash": call_hash(node, inner)},
        )
    ]
    assert reserved(node, DAVE) == 104_000_000  # 0.036 TAO, and 0.068 for each
    assert run(node, announced(DAVE, BOB, inner), CHARLIE) == failed(errors.Unannounced)
    before = node.free(BOB)
    assert run(node, announced(DAVE, BOB, inner), CHARLIE) == DONE
    assert node.best[0] == at + 2
    assert node.free(BOB) == before - TAO
    assert reserved(node, DAVE) == 0
    assert run(node, announced(DAVE, BOB, inner), CHARLIE) == failed(errors.Unannounced)
    assert run(node, announced(CHARLIE, BOB, inner), CHARLIE) == failed(errors.NotProxy)


def test_an_announcement_is_taken_back_or_forbidden():
    node = Node()
    first, second = transfer(1), transfer(2)
    run(node, add(DAVE, delay=1))
    assert run(node, announce(node, BOB, first), CHARLIE) == failed(errors.NotProxy)
    for inner in (first, second, second):
        run(node, announce(node, BOB, inner), DAVE)
    assert reserved(node, DAVE) == 36_000_000 + 3 * 68_000_000
    hash_one, hash_two = call_hash(node, first), call_hash(node, second)
    mine = call("remove_announcement", real=address(BOB), call_hash=hash_one)
    assert run(node, mine, CHARLIE) == failed(errors.NotFound)
    assert run(node, mine, DAVE) == DONE
    assert run(node, mine, DAVE) == failed(errors.NotFound)
    theirs = call("reject_announcement", delegate=address(DAVE), call_hash=hash_two)
    assert run(node, theirs, CHARLIE) == failed(errors.NotFound)
    # both announcements of the same call go at once
    assert run(node, theirs) == DONE
    assert reserved(node, DAVE) == 0
    assert not node.context().contains(declared.storage.Announcements, DAVE.public_key)


def test_no_more_than_75_announcements():
    ctx = fresh_context()
    ctx.dispatch(add(DAVE, delay=1), signed(BOB.public_key))
    who = signed(DAVE.public_key)
    for number in range(75):
        name = number.to_bytes(32, "little")
        ctx.dispatch(call("announce", real=address(BOB), call_hash=name), who)
    with refused(ctx, errors.TooMany):
        ctx.dispatch(call("announce", real=address(BOB), call_hash=bytes(32)), who)


# -- pure accounts ---------------------------------------------------------------------------------


def create(index: int = 0, proxy_type: str = "Any") -> Any:
    return call("create_pure", proxy_type=proxy_type, delay=0, index=index)


def derived(node: Node, height: int, extrinsic: int, index: int = 0) -> bytes:
    """The account by the codec of its parts."""
    codec = node.interface.codec
    parts = [codec(AccountId32).encode(BOB.public_key)]
    parts += [codec(u32).encode(number) for number in (height, extrinsic)]
    parts += [codec(ProxyType).encode("Any"), codec(u16).encode(index)]
    return blake2_256(b"modlpy/proxy____" + b"".join(parts))


def test_a_pure_account_lives_and_dies():
    node = Node()
    assert run(node, create(index=7)) == DONE
    height, extrinsic = node.best[0], 1  # after the timestamp
    pure = derived(node, height, extrinsic, 7)
    made = {
        "pure": pure,
        "who": BOB.public_key,
        "proxy_type": "Any",
        "disambiguation_index": 7,
    }
    assert ("PureCreated", made) in events_of(node, "Proxy")
    assert reserved(node, BOB) == ONE_PROXY
    run(node, transfer(3 * TAO, pure))
    assert run(node, proxy(pure, transfer(TAO))) == DONE
    assert balance(node, pure)["free"] == 2 * TAO

    def kill(index: int) -> Any:
        return call(
            "kill_pure",
            spawner=address(BOB),
            proxy_type="Any",
            index=index,
            height=height,
            ext_index=extrinsic,
        )

    assert run(node, kill(7)) == failed(errors.NoPermission)
    assert run(node, proxy(pure, kill(6))) == DONE
    assert executed(node) == [("Err", module_error(errors.NoPermission))]
    assert run(node, proxy(pure, kill(7))) == DONE
    assert reserved(node, BOB) == 0
    killed = {
        "pure": pure,
        "spawner": BOB.public_key,
        "proxy_type": "Any",
        "disambiguation_index": 7,
    }
    assert ("PureKilled", killed) in events_of(node, "Proxy")
    assert run(node, proxy(pure, REMARK)) == failed(errors.NotProxy)


def test_the_index_tells_pure_accounts_of_one_extrinsic_apart():
    node = Node()
    same = ("Utility", ("batch_all", {"calls": [create(), create()]}))
    assert run(node, same) == failed(errors.Duplicate)
    assert reserved(node, BOB) == 0
    apart = ("Utility", ("batch_all", {"calls": [create(0), create(1)]}))
    assert run(node, apart) == DONE
    height = node.best[0]
    made = [fields["pure"] for name, fields in events_of(node, "Proxy") if name == "PureCreated"]
    assert made == [derived(node, height, 1, 0), derived(node, height, 1, 1)]


# -- deposits of another time ----------------------------------------------------------------------


def test_poke_deposit_settles_both_lists():
    node = Node()
    run(node, add(DAVE, delay=1))
    run(node, add(BOB, delay=1), DAVE)
    run(node, announce(node, DAVE, REMARK))
    ctx = node.context()
    for item, due in ((declared.storage.Proxies, 93), (declared.storage.Announcements, 104)):
        entries, held = ctx.get(item, BOB.public_key)
        assert held == due * 1_000_000
        ctx.put(item, BOB.public_key, (entries, held - 1_000_000))
    assert run(node, call("poke_deposit")) == DONE
    assert reserved(node, BOB) == 199_000_000  # what lay there, and a million for each list
    assert events_of(node, "Proxy") == [
        (
            "DepositPoked",
            {
                "who": BOB.public_key,
                "kind": kind,
                "old_deposit": due - 1_000_000,
                "new_deposit": due,
            },
        )
        for kind, due in (("Proxies", 93_000_000), ("Announcements", 104_000_000))
    ]
    (success,) = [f for _, name, f in node.events() if name == "ExtrinsicSuccess"][1:]
    assert success["dispatch_info"]["pays_fee"] == "No"
    assert run(node, call("poke_deposit")) == DONE
    (success,) = [f for _, name, f in node.events() if name == "ExtrinsicSuccess"][1:]
    assert success["dispatch_info"]["pays_fee"] == "Yes"
    assert events_of(node, "Proxy") == []


# -- who pays --------------------------------------------------------------------------------------


def pays(delegate: Keypair, yes: bool = True) -> Any:
    return call("set_real_pays_fee", delegate=address(delegate), pays_fee=yes)


def payer(node: Node) -> bytes:
    """Who paid the fee in the last block."""
    (who,) = {fields["who"] for _, name, fields in node.events() if name == "TransactionFeePaid"}
    found: bytes = who
    return found


def test_the_account_pays_if_it_said_so():
    node = Node()
    assert run(node, pays(DAVE)) == failed(errors.NotProxy)
    run(node, add(DAVE))
    run(node, proxy(BOB, REMARK), DAVE)
    assert payer(node) == DAVE.public_key
    assert run(node, pays(DAVE)) == DONE
    said = {"real": BOB.public_key, "delegate": DAVE.public_key, "pays_fee": True}
    assert events_of(node, "Proxy") == [("RealPaysFeeSet", said)]
    run(node, proxy(BOB, REMARK), DAVE)
    assert payer(node) == BOB.public_key
    run(node, REMARK, DAVE)
    assert payer(node) == DAVE.public_key
    run(node, pays(DAVE, False))
    run(node, proxy(BOB, REMARK), DAVE)
    assert payer(node) == DAVE.public_key


def test_the_inner_account_pays_if_both_said_so():
    node = Node()
    run(node, add(DAVE))  # Dave acts for Bob, and Bob for Alice and Charlie
    run(node, add(BOB), ALICE)
    run(node, add(BOB), CHARLIE)
    one, other = proxy(ALICE, REMARK), proxy(CHARLIE, REMARK)

    def batch(*calls: Any) -> Any:
        return proxy(BOB, ("Utility", ("batch", {"calls": list(calls)})))

    run(node, pays(BOB), ALICE)
    run(node, proxy(BOB, one), DAVE)
    assert payer(node) == DAVE.public_key
    run(node, pays(DAVE))
    for nested, who in (
        (proxy(BOB, one), ALICE),
        (proxy(BOB, other), BOB),
        (batch(one, one), ALICE),
        (batch(one, other), BOB),
        (batch(one, REMARK), BOB),
        (batch(), BOB),
        (batch(other), BOB),
    ):
        assert run(node, nested, DAVE) == DONE
        assert payer(node) == who.public_key
    # what was announced is paid for by whoever brings it on
    assert run(node, announced(DAVE, BOB, REMARK), CHARLIE) == failed(errors.Unannounced)
    assert payer(node) == CHARLIE.public_key


def test_who_pays_is_forgotten_with_the_proxy():
    node = Node()
    for entry in (add(DAVE), add(DAVE, "Owner"), add(CHARLIE), pays(DAVE), pays(CHARLIE)):
        assert run(node, entry) == DONE
    ctx, item = node.context(), declared.storage.RealPaysFee
    run(node, remove(DAVE, "Owner"))
    assert not ctx.contains(item, (BOB.public_key, DAVE.public_key))
    assert ctx.contains(item, (BOB.public_key, CHARLIE.public_key))
    run(node, call("remove_proxies"))
    assert not ctx.contains(item, (BOB.public_key, CHARLIE.public_key))
