"""Acting for another account: at once as its proxy, or announced and brought on later."""

from __future__ import annotations

import pytest

from btsdk import Client
from btsdk.keys import Keypair, ss58
from btsdk.ops import Announced, ExecuteAnnounced, Proxied, RawCall, Transfer
from btsdk.units import Tao
from tests.cli.running import Cli

YES = ("--no-prompt", "--json")
ALICE, BOB, CHARLIE = (Keypair.from_uri(f"//{name}") for name in ("Alice", "Bob", "Charlie"))
SEND = ("wallet", "transfer", "-w", "bob", "--dest", CHARLIE.ss58_address, "--amount", "7")


@pytest.fixture(scope="module")
def proxied(world: Cli) -> Cli:
    """Bob may do anything for Alice at once; Charlie after two blocks."""
    with Client("local", chain_file=world.chain_file) as client:
        for delegate, delay in ((BOB, 0), (CHARLIE, 2)):
            args = {
                "delegate": ("Id", delegate.public_key),
                "proxy_type": "Any",
                "delay": delay,
            }
            client.execute(RawCall("Proxy", "add_proxy", args), ALICE)
    return world


def free(world: Cli, address: str) -> float:
    found = world.inside("wallet", "balance", "--ss58", address, "--json").data()["balances"]
    return float(found[0]["free_tao"])


@pytest.mark.parametrize("real", ["alice", ALICE.ss58_address])
def test_a_proxy_moves_what_is_anothers(proxied: Cli, real: str) -> None:
    alice, bob = free(proxied, ALICE.ss58_address), free(proxied, BOB.ss58_address)
    charlie = free(proxied, CHARLIE.ss58_address)
    data = proxied.inside(*SEND, "--proxy", real, *YES).data()
    assert data["preview"]["signer"] == BOB.ss58_address
    assert data["preview"]["call"].startswith(f"Proxy.proxy(real={ALICE.ss58_address}")
    assert f"acts for {ALICE.ss58_address}" in data["preview"]["effects"][0]
    assert alice - free(proxied, ALICE.ss58_address) == pytest.approx(7)
    assert free(proxied, CHARLIE.ss58_address) - charlie == pytest.approx(7)
    assert 0 < bob - free(proxied, BOB.ss58_address) < 0.01  # the fee


def test_stakes_are_those_of_the_account_that_is_acted_for(proxied: Cli) -> None:
    hotkey = Keypair.from_uri("//alice//hot").ss58_address
    words = ("stake", "add", "-w", "bob", "--proxy", "alice", "-in", hotkey, "-n", "1")
    proxied.inside("subnets", "register", "-w", "alice", "--netuid", "1", *YES).data()
    data = proxied.inside(*words, "--amount", "0.1", "--tolerance", "0.2", *YES).data()
    assert float(data["stake_alpha"]) > 0
    mine = proxied.inside("stake", "list", "-w", "alice", "--json").data()["stakes"]
    assert hotkey in {stake["hotkey"] for stake in mine}
    assert proxied.inside("stake", "list", "-w", "bob", "--json").data()["stakes"] == []


def test_who_is_no_proxy_is_warned_and_refused(proxied: Cli) -> None:
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1")
    done = proxied.inside(*words, "--proxy", "bob", "-y")
    assert done.exit_code == 1
    assert "is not a proxy of this type for" in done.err
    assert "Proxy.NotProxy" in done.err


def test_another_type_of_proxy_is_not_used(proxied: Cli) -> None:
    done = proxied.inside(*SEND, "--proxy", "alice", "--force-proxy-type", "Staking", *YES)
    assert (done.exit_code, done.error()["code"]) == (1, "Proxy.NotProxy")


def test_an_announced_call_is_done_later_by_anybody(proxied: Cli) -> None:
    bob, charlie = free(proxied, BOB.ss58_address), free(proxied, CHARLIE.ss58_address)
    data = proxied.inside(*SEND, "--proxy", "alice", "--announce-only", *YES).data()
    announced = data["announcement"]
    assert announced["real"] == ALICE.ss58_address
    assert announced["call_hash"] in data["preview"]["effects"][0]
    assert "Proxy.Announced" in data["receipt"]["events"]
    assert free(proxied, CHARLIE.ss58_address) == charlie
    call = bytes.fromhex(announced["call_data"][2:])
    with Client("local", chain_file=proxied.chain_file) as client:
        later = ExecuteAnnounced(BOB.ss58_address, ALICE.ss58_address, call)
        client.execute(later, Keypair.from_uri("//Dave"))
    assert free(proxied, CHARLIE.ss58_address) - charlie == pytest.approx(7)
    assert 0 < bob - free(proxied, BOB.ss58_address) < 0.01


def test_a_proxy_with_a_delay_is_told_to_announce(proxied: Cli) -> None:
    with Client("local", chain_file=proxied.chain_file) as client:
        operation = Transfer(BOB.ss58_address, Tao.parse("1"))
        plan = client.prepare(Proxied(operation, ALICE.ss58_address), CHARLIE)
        assert any("announce the call first" in warning for warning in plan.preview.warnings)
        said = client.prepare(Announced(operation, ALICE.ss58_address), CHARLIE).preview
        assert any("2 blocks later at the earliest" in effect for effect in said.effects)


def test_a_watched_wallet_gives_an_address_a_name(proxied: Cli) -> None:
    proxied.inside("wallet", "regen-coldkeypub", "-w", "saved", "--ss58", ALICE.ss58_address)
    data = proxied.inside(*SEND, "--proxy", "saved", "--dry-run", "--json").data()
    assert ss58.encode(ALICE.public_key) in data["preview"]["call"]


def test_a_subnet_is_registered_on_by_work_for_another(proxied: Cli) -> None:
    words = ("subnets", "register", "-w", "bob", "--proxy", "alice", "--netuid", "1", "--pow")
    data = proxied.inside(*words, "--processes", "1", *YES).data()
    assert data["uid"] >= 1
    shown = proxied.inside("subnets", "show", "--netuid", "1", "--json").data()["neurons"]
    (made,) = (neuron for neuron in shown if neuron["uid"] == data["uid"])
    assert made["coldkey"] == ALICE.ss58_address
