"""A chain in this process, with eyes on its runtime: a bug in a pallet cannot hide in a refusal.

`World` opens a development chain in memory under a clock that stands still, so that the same
extrinsics always make the same blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from btsdk.keys import Keypair
from btsdk.scale.primitives import compact_read
from chain_spec.chains import ChainSpec, load
from chain_spec.pallets import system
from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.chain.errors import PoolError
from local_node.chain.host import Host
from local_node.runtime.boundary import Externalities, RuntimePanic
from local_node.runtime.bundled import runtime
from local_node.runtime.executive import Executive
from local_node.runtime.frame import Context
from local_node.state.store import Store
from tests.simulation.signing import Signing

TAO = 10**9
START_MS = 1_750_000_000_000
_SIGNED_V4 = 0x84
FUNDED = ("Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "One", "Two", "Three")


@cache
def key(uri: str) -> Keypair:
    """The development key `//uri`."""
    return Keypair.from_uri(f"//{uri}")


COLDKEYS = tuple(key(name) for name in FUNDED)
HOTKEYS = tuple(key(f"hotkey/{number}") for number in range(24))

Watcher = Callable[[str, bytes, bytes, Externalities], None]


class WatchedRuntime:
    """The bundled runtime; remembers what it panicked over, and tells who asks of every call."""

    def __init__(self, executive: Executive) -> None:
        self.executive = executive
        self.panics: list[RuntimePanic] = []
        self.after: Watcher | None = None

    def call(self, entry: str, args: bytes, ext: Externalities) -> bytes:
        try:
            answer = self.executive.call(entry, args, ext)
        except RuntimePanic as panic:
            self.panics.append(panic)
            raise
        if self.after is not None:
            self.after(entry, args, answer, ext)
        return answer


class World:
    """A chain of ours, its runtime, and the accounts that act on it."""

    def __init__(self, spec: ChainSpec | None = None) -> None:
        self.spec = spec or load("dev")
        self.interface = self.spec.interface
        self.runtime = WatchedRuntime(runtime(self.interface))
        self.chain = self.fresh_chain()
        self.host = Host(self.runtime)
        self.signing = Signing(self.interface, self.chain.genesis_hash)

    def fresh_chain(self) -> Chain:
        """The same chain at its genesis."""
        clock = Clock(wall=lambda: START_MS)
        return Chain.open(self.spec, Store(None), clock, self.runtime)

    def context(self) -> Context:
        """The state of the best block, as pallets see it; what is written to it is lost."""
        return self.runtime.executive.context(self.host.externalities(self.chain.state()))

    def nonce(self, who: Keypair) -> int:
        nonce: int = self.context().get(system.storage.Account, who.public_key)["nonce"]
        return nonce

    def submit(self, signer: Keypair, call: Any) -> PoolError | None:
        """Offer a signed call to the next block: why the pool refuses it, or None."""
        extrinsic = self.signing.signed(signer, call, self.nonce(signer) + self._waiting(signer))
        try:
            self.chain.submit(extrinsic, produce=False)
        except PoolError as error:
            return error
        return None

    def block(self, *signed: tuple[Keypair, Any]) -> list[PoolError | None]:
        """A block of these calls; how the pool took each."""
        refused = [self.submit(signer, call) for signer, call in signed]
        self.chain.author_block()
        left = [each.hash for each in self.chain.pending() if _is_signed(each.extrinsic)]
        self.chain.remove(left)
        return refused

    def events(self) -> list[dict[str, Any]]:
        """The records of the best block's events."""
        records: list[dict[str, Any]] = self.context().get(system.storage.Events)
        return records

    def _waiting(self, who: Keypair) -> int:
        marker = b"\x84\x00" + who.public_key
        return sum(marker in entry.extrinsic[:40] for entry in self.chain.pending())


def _is_signed(extrinsic: bytes) -> bool:
    """Whether somebody signed it: the beacon's pulses, which nobody does, may wait their turn."""
    _, start = compact_read(extrinsic, 0)
    return extrinsic[start] == _SIGNED_V4


def call(pallet: str, function: str, /, **args: Any) -> Any:
    """A decoded call."""
    return (pallet, (function, args)) if args else (pallet, function)


def sudo(inner: Any) -> tuple[Keypair, Any]:
    """A call as root, signed by Alice."""
    return key("Alice"), call("Sudo", "sudo", call=inner)


def failures(records: Sequence[dict[str, Any]]) -> list[Any]:
    """The errors of failed extrinsics, and of failed calls of root, among events."""
    found = []
    for record in records:
        pallet, inner = record["event"]
        name, fields = inner if isinstance(inner, tuple) else (inner, None)
        if (pallet, name) == ("System", "ExtrinsicFailed"):
            found.append(fields["dispatch_error"])
        elif (pallet, name) == ("Sudo", "Sudid") and fields["sudo_result"][0] == "Err":
            found.append(fields["sudo_result"][1])
    return found


SUBNETS = 8


def settled_world(spec: ChainSpec | None = None) -> World:
    """A world where eight subnets have started, with neurons, stakes, children and proxies."""
    world = World(spec)
    _must(world, sudo(call("AdminUtils", "sudo_set_network_rate_limit", rate_limit=0)))
    _must(world, *[(key("Bob"), _transfer(who.public_key)) for who in HOTKEYS[:4]])
    _must(world, *[(key("Charlie"), _transfer(who.public_key)) for who in HOTKEYS[4:8]])
    _must(world, sudo(call("AdminUtils", "sudo_set_admin_freeze_window", window=0)))
    for netuid in range(2, SUBNETS + 1):
        owner, hotkey = COLDKEYS[netuid % 3], HOTKEYS[netuid - 2]
        _must(world, (owner, call("SubtensorModule", "register_network", hotkey=hotkey.public_key)))
        _must(world, (owner, call("SubtensorModule", "start_call", netuid=netuid)))
        _must(world, *[(key(who), _stake(netuid, HOTKEYS[netuid - 2])) for who in ("Alice", "Bob")])
        _must(world, sudo(_settings(netuid)))
    for number, who in enumerate(COLDKEYS[:6], start=1):
        _must(world, (who, _register(number)))
        if number <= 2:
            _must(world, (who, call("SubtensorModule", "root_register", hotkey=_miner(number))))
    _must(world, (key("Alice"), _crowdloan(world)), (key("Bob"), _proxy_of("Alice")))
    root_stakes = call("AdminUtils", "sudo_set_subtoken_enabled", netuid=0, subtoken_enabled=True)
    _must(world, sudo(root_stakes))
    _must(world, *[(who, _stake(0, HOTKEYS[SUBNETS + 1])) for who in COLDKEYS[:3]])
    _must(world, *[(who, _stake(0, HOTKEYS[SUBNETS + 2])) for who in COLDKEYS[3:5]])
    return world


def _must(world: World, *signed: tuple[Keypair, Any]) -> None:
    refused = [error for error in world.block(*signed) if error is not None]
    failed = failures(world.events())
    assert not (refused + failed), (refused, failed, signed)


def _transfer(dest: bytes) -> Any:
    return call("Balances", "transfer_keep_alive", dest=("Id", dest), value=100 * TAO)


def _miner(number: int) -> bytes:
    return HOTKEYS[SUBNETS + number].public_key


def _stake(netuid: int, hotkey: Keypair) -> Any:
    return call(
        "SubtensorModule",
        "add_stake",
        hotkey=hotkey.public_key,
        netuid=netuid,
        amount_staked=50 * TAO,
    )


def _register(number: int) -> Any:
    hotkey = _miner(number)
    return call("SubtensorModule", "burned_register", netuid=number, hotkey=hotkey)


def _proxy_of(delegate: str) -> Any:
    to = ("Id", key(delegate).public_key)
    return call("Proxy", "add_proxy", delegate=to, proxy_type="Any", delay=0)


def _crowdloan(world: World) -> Any:
    return call(
        "Crowdloan",
        "create",
        deposit=10 * TAO,
        min_contribution=TAO,
        cap=100 * TAO,
        end=world.chain.best.number + 100,
        call=None,
        target_address=key("Bob").public_key,
    )


def _settings(netuid: int) -> Any:
    """Weights may be set in the open and at once; the average price follows fast, so that the sum
    of prices soon passes one and root earns dividends."""
    settings: dict[str, dict[str, int]] = {
        "sudo_set_commit_reveal_weights_enabled": {"enabled": netuid == 3},
        "sudo_set_weights_set_rate_limit": {"weights_set_rate_limit": 0},
        "sudo_set_ema_price_halving_period": {"ema_halving": 1},
        "sudo_set_subnet_emission_enabled": {"enabled": True},
        "sudo_set_min_difficulty": {"min_difficulty": 1},
        "sudo_set_difficulty": {"difficulty": 100},
    }
    calls = [call("AdminUtils", name, netuid=netuid, **args) for name, args in settings.items()]
    return call("Utility", "batch_all", calls=calls)
