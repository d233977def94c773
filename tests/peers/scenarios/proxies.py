"""Proxies: by type, with a delay and its announcements, and pure ones."""

from __future__ import annotations

from typing import Any

from bittensor import Balance
from bittensor.core.chain_data.proxy import ProxyType
from stage import TAO, Stage, play


def _people(stage: Stage) -> tuple[Any, Any, str, str]:
    real, delegate = stage.wallet("//Bob"), stage.wallet("//Charlie")
    return real, delegate, real.coldkeypub.ss58_address, delegate.coldkeypub.ss58_address


def _transfer(stage: Stage, amount: int) -> Any:
    dest = stage.wallet("//Taker").coldkeypub.ss58_address
    return stage.chain.compose_call(
        "Balances", "transfer_keep_alive", {"dest": dest, "value": amount}
    )


def _reserved(stage: Stage, address: str) -> int:
    account = stage.chain.query_module("System", "Account", [address])
    return int(account.value["data"]["reserved"])


def _listed(stage: Stage, address: str) -> list[Any]:
    proxies, deposit = stage.chain.get_proxies_for_real_account(address)
    return [[[each.delegate, str(each.proxy_type), each.delay] for each in proxies], deposit]


def transfer_only(stage: Stage) -> dict[str, Any]:
    """Charlie may transfer for Bob; nothing else."""
    real, delegate, bob, charlie = _people(stage)
    chain, taker = stage.chain, stage.wallet("//Taker")
    added = stage.told(chain.add_proxy(real, charlie, ProxyType.Transfer, 0))
    listed, reserved = _listed(stage, bob), _reserved(stage, bob)
    everybodys = {key: len(value) for key, value in chain.get_proxies().items()}
    again = stage.told(chain.add_proxy(real, charlie, ProxyType.Transfer, 0))
    before = stage.free(real), stage.free(delegate), stage.free(taker)
    acted = stage.told(chain.proxy(delegate, bob, None, _transfer(stage, 2 * TAO)))
    after = stage.free(real), stage.free(delegate), stage.free(taker)
    other = chain.compose_call("SubtensorModule", "start_call", {"netuid": 1})
    filtered = stage.told(chain.proxy(delegate, bob, None, other))
    stranger = stage.told(chain.proxy(stage.alice, bob, None, _transfer(stage, TAO)))
    removed = stage.told(chain.remove_proxy(real, charlie, ProxyType.Transfer, 0))
    return {
        "keys": [bob, charlie],
        "added": added,
        "listed": listed,
        "all": everybodys,
        "reserved": [reserved, _reserved(stage, bob)],
        "again": again,
        "acted": acted,
        "moved": [now - then for now, then in zip(after, before, strict=True)],
        "filtered": filtered,
        "stranger": stranger,
        "removed": removed,
        "left": _listed(stage, bob),
    }


def delayed(stage: Stage) -> dict[str, Any]:
    """A call is announced, waits, and is then made; another is rejected."""
    real, delegate, bob, charlie = _people(stage)
    chain, delay = stage.chain, 3
    stage.must(chain.add_proxy(real, charlie, ProxyType.Any, delay))
    direct = stage.told(chain.proxy(delegate, bob, None, _transfer(stage, TAO)))
    call = _transfer(stage, TAO)
    call_hash = "0x" + call.call_hash.hex()
    announced = stage.told(chain.announce_proxy(delegate, bob, call_hash))
    pending = chain.get_proxy_announcement(charlie)
    reserved = _reserved(stage, charlie)
    early = stage.told(chain.proxy_announced(delegate, charlie, bob, None, call))
    chain.wait_for_block(announced["block"] + delay)
    taker = stage.wallet("//Taker")
    before = stage.free(taker)
    made = stage.told(chain.proxy_announced(delegate, charlie, bob, None, call))
    received = stage.free(taker) - before
    second = _transfer(stage, 5 * TAO)
    second_hash = "0x" + second.call_hash.hex()
    stage.must(chain.announce_proxy(delegate, bob, second_hash))
    rejected = stage.told(chain.reject_proxy_announcement(real, charlie, second_hash))
    stage.must(chain.remove_proxies(real))
    return {
        "direct": direct,
        "announced": announced,
        "call_hash": call_hash,
        "pending": [[each.real, each.call_hash, each.height] for each in pending],
        "reserved": [reserved, _reserved(stage, charlie)],
        "early": early,
        "made": made,
        "received": received,
        "rejected": rejected,
        "left": len(chain.get_proxy_announcement(charlie)),
        "proxies": _listed(stage, bob),
    }


def pure(stage: Stage) -> dict[str, Any]:
    """An account that nobody has a key to: made, given TAO, used, ended."""
    real, _, bob, _ = _people(stage)
    chain = stage.chain
    response = stage.must(chain.create_pure_proxy(real, ProxyType.Any, 0, 0))
    made = stage.told(response)
    account = response.data["pure_account"]
    stage.must(chain.transfer(real, account, Balance.from_tao(4)))
    taker = stage.wallet("//Taker")
    before = stage.free(taker)
    acted = stage.told(chain.proxy(real, account, None, _transfer(stage, TAO)))
    received, left = stage.free(taker) - before, stage.free(account)
    killed = stage.told(
        chain.kill_pure_proxy(
            real,
            account,
            bob,
            ProxyType.Any,
            0,
            response.data["height"],
            response.data["ext_index"],
        )
    )
    return {
        "made": made,
        "data": response.data,
        "acted": acted,
        "received": received,
        "left": left,
        "killed": killed,
        "proxies": _listed(stage, account),
    }


def reference(stage: Stage) -> dict[str, Any]:
    """What the chain says of its proxies: constants, types and what each lets through."""
    chain = stage.chain
    types = chain.get_proxy_types()
    filters = {each.name: each for each in chain.get_proxy_filter()}
    return {
        "constants": chain.get_proxy_constants(as_dict=True),
        "types": [[each.name, each.index, each.deprecated] for each in types],
        "filters": sorted(filters),
        "transfer": [call["call_name"] for call in filters["Transfer"].calls],
    }


play(transfer_only, delayed, pure, reference)
