"""What a neuron is: its axon, identity, take, place on root, children, claims and locks."""

from __future__ import annotations

from typing import Any

from bittensor import Axon, Balance
from bittensor.core.chain_data import NeuronInfo
from stage import Stage, play

NETUID = 2


def _bob(stage: Stage) -> tuple[Any, str, str]:
    wallet = stage.wallet("//Bob")
    return wallet, wallet.coldkeypub.ss58_address, wallet.hotkey.ss58_address


def prepare(stage: Stage) -> dict[str, Any]:
    """Bob and Charlie on Alice's subnet, each with stake on his own hotkey."""
    stage.found_subnet(stage.alice)
    stage.must_sudo("sudo_set_tempo", netuid=NETUID, tempo=5_000)
    for uri, tao in (("//Bob", 100), ("//Charlie", 50)):
        wallet = stage.wallet(uri)
        stage.must(stage.chain.burned_register(wallet, NETUID))
        hotkey, amount = wallet.hotkey.ss58_address, Balance.from_tao(tao)
        stage.must(stage.chain.add_stake(wallet, NETUID, hotkey, amount))
    return {
        uri: [stage.wallet(uri).coldkeypub.ss58_address, stage.wallet(uri).hotkey.ss58_address]
        for uri in ("//Alice", "//Bob", "//Charlie")
    }


def _axon(neuron: NeuronInfo) -> dict[str, Any]:
    axon = neuron.axon_info
    return {"ip": axon.ip, "port": axon.port, "protocol": axon.protocol, "ip_type": axon.ip_type}


def serve(stage: Stage) -> dict[str, Any]:
    """An axon, then one with a certificate on IPv6; too soon, and on addresses that nobody has."""
    bob, _, hotkey = _bob(stage)
    chain = stage.chain
    stage.must_sudo("sudo_set_serving_rate_limit", netuid=NETUID, serving_rate_limit=0)

    def axon(ip: str, port: int, certificate: Any = None) -> dict[str, Any]:
        made = Axon(bob, external_ip=ip, external_port=port)
        return stage.told(chain.serve_axon(NETUID, made, certificate=certificate))

    plain = axon("11.22.33.44", 8_091)
    first = _axon(chain.neuron_for_uid(1, NETUID))
    local = axon("127.0.0.1", 8_091)
    secured = axon("2a01:4f8::7", 8_443, bytes([7] * 33))
    graph = chain.metagraph(NETUID)
    return {
        "plain": plain,
        "first": first,
        "local": local,
        "secured": secured,
        "second": _axon(chain.neuron_for_uid(1, NETUID)),
        "metagraph": [graph.axons[1].ip, graph.axons[1].port, graph.axons[1].hotkey],
        "unserved": graph.axons[2].is_serving,
        "certificate": str(chain.get_neuron_certificate(hotkey, NETUID)),
        "certificates": {
            key: str(value) for key, value in chain.get_all_neuron_certificates(NETUID).items()
        },
    }


def identify(stage: Stage) -> dict[str, Any]:
    bob, coldkey, _ = _bob(stage)
    fields = {
        "name": "Bob",
        "url": "https://bob.example",
        "github_repo": "https://github.com/bob/miner",
        "image": "",
        "discord": "bob",
        "description": "Mines by night",
        "additional": "",
    }
    data = {key: value.encode() for key, value in fields.items()}
    told = stage.told(stage.send(bob, "SubtensorModule", "set_identity", **data))
    identities = stage.chain.get_delegate_identities()
    info = stage.chain.get_metagraph_info(NETUID)
    return {
        **told,
        "sent": fields,
        "identity": vars(stage.chain.query_identity(coldkey)),
        "all": {key: vars(value) for key, value in identities.items()},
        "in_metagraph": [info.identities[0], info.identities[1]],
        "nobodys": stage.chain.query_identity(stage.alice.coldkeypub.ss58_address),
    }


def takes(stage: Stage) -> dict[str, Any]:
    """From the default down, and up again no sooner than allowed."""
    bob, _, hotkey = _bob(stage)
    chain = stage.chain
    before = chain.get_delegate_take(hotkey)
    lower = stage.told(chain.set_delegate_take(bob, hotkey, 0.09))
    middle = chain.get_delegate_take(hotkey)
    stage.must_sudo("sudo_set_tx_delegate_take_rate_limit", tx_rate_limit=1_000)
    soon = stage.told(chain.set_delegate_take(bob, hotkey, 0.1))
    stage.must_sudo("sudo_set_tx_delegate_take_rate_limit", tx_rate_limit=0)
    higher = stage.told(chain.set_delegate_take(bob, hotkey, 0.12))
    much = stage.told(chain.set_delegate_take(bob, hotkey, 0.5))
    foreign = stage.told(chain.set_delegate_take(stage.alice, hotkey, 0.05))
    return {
        "before": before,
        "lower": lower,
        "middle": middle,
        "soon": soon,
        "higher": higher,
        "much": much,
        "foreign": foreign,
        "after": chain.get_delegate_take(hotkey),
        "stored": stage.read("Delegates", hotkey),
    }


def root(stage: Stage) -> dict[str, Any]:
    """A place on root, which Alice owns on fast chains and starts; there she is a nominator."""
    bob, coldkey, hotkey = _bob(stage)
    chain = stage.chain
    stage.must(chain.start_call(stage.alice, 0))
    registered = stage.told(chain.root_register(bob))
    before = stage.free(stage.alice)
    staked = stage.told(chain.add_stake(stage.alice, 0, hotkey, Balance.from_tao(7)))
    paid = before - stage.free(stage.alice)
    before = stage.free(stage.alice)
    removed = stage.told(chain.unstake(stage.alice, 0, hotkey, Balance.from_tao(2)))
    delegate = chain.get_delegate_by_hotkey(hotkey)
    alice = stage.alice.coldkeypub.ss58_address
    return {
        "registered": registered,
        "uid": chain.get_uid_for_hotkey_on_subnet(hotkey, 0),
        "netuids": [int(netuid) for netuid in chain.get_netuids_for_hotkey(hotkey)],
        "staked": staked,
        "paid": paid,
        "removed": removed,
        "gained": stage.free(stage.alice) - before,
        "stake": chain.get_stake(alice, hotkey, 0),
        "delegate": {
            "owner": delegate.owner_ss58,
            "take": delegate.take,
            "registrations": list(delegate.registrations),
            "nominators": {
                key: {int(netuid): amount for netuid, amount in amounts.items()}
                for key, amounts in delegate.nominators.items()
            },
        },
        "delegates": [each.hotkey_ss58 for each in chain.get_delegates()],
        "delegated": [
            [each.hotkey_ss58, each.netuid, each.stake] for each in chain.get_delegated(alice)
        ],
        "is_delegate": chain.is_hotkey_delegate(hotkey),
        "tao_stake": chain.get_metagraph_info(NETUID).tao_stake[1],
        "staking_hotkeys": chain.get_staking_hotkeys(alice),
        "owned_hotkeys": chain.get_owned_hotkeys(coldkey),
        "weight": stage.read("TaoWeight"),
        "total_stake": [neuron.total_stake for neuron in chain.neurons_lite(NETUID)],
        "alpha": stage.staked(bob, NETUID),
    }


def children(stage: Stage) -> dict[str, Any]:
    """A quarter of Bob's stake to Charlie: pending first, then in force."""
    bob, _, hotkey = _bob(stage)
    chain, child = stage.chain, stage.wallet("//Charlie").hotkey.ss58_address
    stage.must_sudo("sudo_set_tempo", netuid=NETUID, tempo=10)
    foreign = stage.told(chain.set_children(stage.alice, NETUID, hotkey, [(0.5, child)]))
    own = stage.told(chain.set_children(bob, NETUID, hotkey, [(0.5, hotkey)]))
    twice = stage.told(chain.set_children(bob, NETUID, hotkey, [(0.5, child), (0.1, child)]))
    told = stage.told(chain.set_children(bob, NETUID, hotkey, [(0.25, child)]))
    pending = chain.get_children_pending(hotkey, NETUID)
    effective = chain.get_children(hotkey, NETUID)
    soon = stage.told(chain.set_children(bob, NETUID, hotkey, [(0.5, child)]))
    while not chain.get_children(hotkey, NETUID)[1]:
        chain.wait_for_block()
    block = chain.block
    return {
        **told,
        "pending": pending,
        "cooldown": stage.read("PendingChildKeyCooldown"),
        "not_yet": effective,
        "foreign": foreign,
        "own": own,
        "twice": twice,
        "soon": soon,
        "children": chain.get_children(hotkey, NETUID, block=block),
        "parents": chain.get_parents(child, NETUID, block=block),
        "still_pending": chain.get_children_pending(hotkey, NETUID, block=block),
        "effective_at": block,
    }


def claims(stage: Stage) -> dict[str, Any]:
    """How root dividends are kept, and where stake goes by itself."""
    bob, coldkey, hotkey = _bob(stage)
    chain = stage.chain
    before = chain.get_root_claim_type(coldkey)
    keep = stage.told(chain.set_root_claim_type(bob, "Keep"))
    kept = chain.get_root_claim_type(coldkey)
    some = stage.told(chain.set_root_claim_type(bob, {"KeepSubnets": {"subnets": [2]}}))
    auto = stage.told(
        chain.set_auto_stake(bob, NETUID, stage.wallet("//Charlie").hotkey.ss58_address)
    )
    return {
        "before": before,
        "keep": keep,
        "kept": kept,
        "some": some,
        "after": chain.get_root_claim_type(coldkey),
        "auto": auto,
        "auto_stakes": chain.get_auto_stakes(coldkey),
        "claimable": chain.get_root_claimable_stake(coldkey, hotkey, NETUID),
        "claimed": chain.get_root_claimed(coldkey, hotkey, NETUID),
    }


def lock(stage: Stage) -> dict[str, Any]:
    """Alpha that stays: it cannot be removed below what is locked."""
    bob, coldkey, hotkey = _bob(stage)
    chain = stage.chain
    amount = Balance.from_tao(10, NETUID)
    told = stage.told(chain.lock_stake(bob, hotkey, NETUID, amount))
    state = chain.get_stake_lock(coldkey, NETUID, hotkey)
    held = stage.staked(bob, NETUID)
    much = stage.told(
        chain.unstake(bob, NETUID, hotkey, Balance.from_rao(held - 10**9, netuid=NETUID))
    )
    return {
        **told,
        "state": state,
        "much": much,
        "locks": [[key, each] for key, each in chain.get_stake_locks(coldkey, NETUID)],
        "conviction": chain.get_hotkey_conviction(hotkey, NETUID),
        "most": chain.get_most_convicted_hotkey_on_subnet(NETUID),
        "hotkey": hotkey,
    }


play(prepare, serve, identify, takes, root, children, claims, lock)
