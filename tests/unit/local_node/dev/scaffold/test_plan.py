"""A scaffold as data."""

from __future__ import annotations

from btsdk.keys import Keypair
from btsdk.units import Tao
from local_node.dev.scaffold.plan import Account, Neuron, Scaffold, Subnet


def account(name: str, balance: Tao | None = None) -> Account:
    key = Keypair.from_uri(f"//{name}")
    return Account(name, key, key.public_key, balance, secret=f"//{name}")


ALICE, BOB, CAROL = (account(name) for name in ("Alice", "Bob", "Carol"))
HOT = account("hot")


def neuron(coldkey: Account) -> Neuron:
    return Neuron(coldkey, HOT, Tao.parse("1"))


def test_who_pays_or_was_named_comes_once_in_order() -> None:
    rich = account("Alice", Tao.parse("5"))
    subnet = Subnet(BOB, HOT, (neuron(CAROL), neuron(ALICE), neuron(CAROL)))
    found = Scaffold((rich,), (subnet, Subnet(BOB, HOT, ()))).coldkeys()
    assert [one.name for one in found] == ["Alice", "Bob", "Carol"]
    assert found[0] is rich  # with the balance that it was named with


def test_hotkeys_pay_nothing() -> None:
    assert Scaffold((), (Subnet(BOB, HOT, ()),)).coldkeys() == [BOB]
    assert Scaffold((), ()).coldkeys() == []


def test_no_secret_is_shown() -> None:
    assert ALICE.signer.public_key == ALICE.account
    assert "signer" not in repr(ALICE)
