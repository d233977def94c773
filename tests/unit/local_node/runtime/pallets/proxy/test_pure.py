from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.types import u16, u32
from chain_spec.types.substrate import AccountId32
from chain_spec.types.subtensor import ProxyType
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
from tests.unit.local_node.runtime.pallets.proxy.proxy_calls import (
    ONE_PROXY,
    address,
    call,
    errors,
    executed,
    proxy,
)
from tests.unit.local_node.runtime.support import BOB, TAO, Node


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
