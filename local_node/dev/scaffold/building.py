"""The construction of a scaffold by real extrinsics, in a few blocks.

Only settings that would cost time are written directly, in blocks whose headers record it: the
accounts' balances and, until the end, constant prices, unlimited rates, and immediate epochs. The
original settings are restored at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from btsdk.errors import UsageError
from btsdk.units import Tao
from local_node.chain.block import BlockRef
from local_node.dev.control import Control
from local_node.dev.impersonation import Impersonated
from local_node.dev.scaffold.extrinsics import ScaffoldError, Sender
from local_node.dev.scaffold.plan import Neuron, Scaffold, Subnet
from local_node.dev.settings import changes_of

__all__ = ["Built", "ScaffoldError", "build"]

UNNAMED_TAO: Final = Tao.parse("100")
"""The least final balance of a coldkey for which the scaffold gives none."""

_EXPENSES: Final = Tao.parse("1000")
"""Reserved for each neuron and subnet, besides stake and lock: prices and fees."""

_PALLET: Final = "SubtensorModule"
_CHAIN_WIDE: Final[Mapping[str, Any]] = {"StartCallDelay": 0, "NetworkRateLimit": 0}
_OF_A_SUBNET: Final[Mapping[str, Any]] = {
    "Burn": 500_000,
    "BurnIncreaseMult": 1 << 64,  # 1 in U64F64: a registration does not change the price
    "WeightsSetRateLimit": 0,
    "CommitRevealWeightsEnabled": False,
    "MinAllowedWeights": 0,
}


@dataclass(frozen=True)
class Built:
    """The result of a scaffold: the netuids in its order, and the last block."""

    netuids: tuple[int, ...]
    head: BlockRef


def build(control: Control, scaffold: Scaffold) -> Built:
    """Build on the best block. All or nothing: if an extrinsic fails, `ScaffoldError` names the
    step and the chain is unchanged."""
    chain = control.chain
    with chain.held():
        before = chain.snapshot()
        try:
            netuids = _Building(control, scaffold).run()
        except BaseException:
            chain.revert(before)
            raise
        chain.impersonation.accounts = before.impersonated
        return Built(tuple(netuids), chain.best)


@dataclass
class _Site:
    """One subnet under construction."""

    subnet: Subnet
    netuid: int


class _Building:
    def __init__(self, control: Control, scaffold: Scaffold) -> None:
        self._control = control
        self._chain = control.chain
        self._metadata = control.metadata
        self._scaffold = scaffold
        self._sender = Sender(control.chain, control.metadata)
        self._saved: dict[bytes, bytes | None] = {}
        self._had: dict[bytes, int] = {}
        self._sites: list[_Site] = []

    def run(self) -> list[int]:
        self._impersonate()
        self._ease(_CHAIN_WIDE, None)
        self._fund()
        self._sites = [self._site(subnet) for subnet in self._scaffold.subnets]
        for site in self._sites:
            self._ease(_OF_A_SUBNET, site.netuid)
        self._start()
        self._register()
        self._stake()
        if any(neuron.weights != () for site in self._sites for neuron in site.subnet.neurons):
            self._run_epochs()  # gives the permits that weights need
            self._set_weights()
        self._run_epochs()
        self._finish()
        return [site.netuid for site in self._sites]

    # Steps

    def _impersonate(self) -> None:
        everybody = self._scaffold.coldkeys()
        for subnet in self._scaffold.subnets:
            everybody += [subnet.hotkey, *(neuron.hotkey for neuron in subnet.neurons)]
        for who in everybody:
            if isinstance(who.signer, Impersonated):
                self._control.impersonate(who.account)

    def _fund(self) -> None:
        lock = int.from_bytes(
            self._chain.call("SubnetRegistrationRuntimeApi_get_network_registration_cost"), "little"
        )
        coldkeys = [who.account for who in self._scaffold.coldkeys()]
        self._had = {account: self._control.free(account) for account in coldkeys}
        wanted = dict(self._had)
        for subnet in self._scaffold.subnets:
            wanted[subnet.owner.account] += _EXPENSES.rao + lock
            for neuron in subnet.neurons:
                wanted[neuron.coldkey.account] += _EXPENSES.rao + neuron.stake.rao
        self._control.set_balances(wanted)

    def _site(self, subnet: Subnet) -> _Site:
        if subnet.netuid is not None:
            if not self._read("NetworksAdded", subnet.netuid):
                raise UsageError(f"the chain has no subnet {subnet.netuid}")
            return _Site(subnet, subnet.netuid)
        # Each creation doubles the price of the next; the patch restores the price.
        cost = self._metadata.storage(_PALLET, "NetworkLastLockCost").key()
        call = self._call("register_network", hotkey=subnet.hotkey.account)
        events = self._sender.send(
            "creating a subnet",
            [(subnet.owner, call)],
            patch={cost: self._chain.state().get(cost)},
        )
        for record in events:
            if (record.pallet, record.name) == (_PALLET, "NetworkAdded"):
                return _Site(subnet, int(record.fields[0]))
        raise ScaffoldError("creating a subnet: no NetworkAdded event")

    def _start(self) -> None:
        calls = [
            (site.subnet.owner, self._call("start_call", netuid=site.netuid))
            for site in self._sites
            if self._read("FirstEmissionBlockNumber", site.netuid) is None
        ]
        self._sender.send("starting a subnet", calls)

    def _register(self) -> None:
        calls = [
            (
                neuron.coldkey,
                self._call("burned_register", netuid=site.netuid, hotkey=neuron.hotkey.account),
            )
            for site, neuron in self._neurons()
            if self._read("Uids", site.netuid, neuron.hotkey.account) is None
        ]
        self._sender.send("registering a neuron", calls)

    def _stake(self) -> None:
        calls = [
            (
                neuron.coldkey,
                self._call(
                    "add_stake",
                    hotkey=neuron.hotkey.account,
                    netuid=site.netuid,
                    amount_staked=neuron.stake.rao,
                ),
            )
            for site, neuron in self._neurons()
            if neuron.stake.rao
        ]
        self._sender.send("staking", calls)

    def _set_weights(self) -> None:
        calls = []
        for site, neuron in self._neurons():
            row = neuron.weights
            if row is None:
                row = tuple((uid, 1) for uid in range(self._read("SubnetworkN", site.netuid)))
            if row:
                calls.append((neuron.hotkey, self._weights_call(site, row)))
        self._sender.send("setting weights", calls)

    def _weights_call(self, site: _Site, row: tuple[tuple[int, int], ...]) -> bytes:
        return self._call(
            "set_weights",
            netuid=site.netuid,
            dests=[uid for uid, _ in row],
            weights=[weight for _, weight in row],
            version_key=self._read("WeightsVersionKey", site.netuid),
        )

    def _run_epochs(self) -> None:
        """Schedule every subnet's epoch now, and make blocks until all have run."""
        due = {site.netuid: self._read("LastEpochBlock", site.netuid) for site in self._sites}
        soon = self._chain.best.number + 2
        self._patch({"PendingEpochAt": [[[netuid], soon] for netuid in due]})
        for _ in range(2 * len(due) + 2):
            due = {n: last for n, last in due.items() if self._read("LastEpochBlock", n) == last}
            if not due:
                return
            self._chain.author_block(only=True)
        raise ScaffoldError(f"the epochs of subnets {sorted(due)} did not run")

    def _finish(self) -> None:
        """Restore the original settings, then write the scaffold's own settings and the
        balances."""
        changes = dict(self._saved)
        for site in self._sites:
            for name, value in site.subnet.settings:
                changes.update(self._changes({name: [[[site.netuid], value]]}))
        self._control.patch(changes)
        self._control.set_balances(
            {
                who.account: max(self._had[who.account], UNNAMED_TAO.rao)
                if who.balance is None
                else who.balance.rao
                for who in self._scaffold.coldkeys()
            }
        )

    # Internals

    def _neurons(self) -> Iterable[tuple[_Site, Neuron]]:
        for site in self._sites:
            for neuron in site.subnet.neurons:
                yield site, neuron

    def _ease(self, values: Mapping[str, Any], netuid: int | None) -> None:
        """Write temporary settings, and remember the original ones."""
        wanted = values if netuid is None else {k: [[[netuid], v]] for k, v in values.items()}
        changes = self._changes(wanted)
        state = self._chain.state()
        for key in changes:
            self._saved.setdefault(key, state.get(key))
        self._control.patch(changes)

    def _patch(self, values: Mapping[str, Any]) -> None:
        self._control.patch(self._changes(values))

    def _changes(self, values: Mapping[str, Any]) -> dict[bytes, bytes | None]:
        return changes_of(self._metadata, {_PALLET: dict(values)}, self._chain.state().keys)

    def _read(self, item: str, *keys: Any) -> Any:
        declared = self._metadata.storage(_PALLET, item)
        return declared.as_the_chain_reads(self._chain.state().get(declared.key(*keys)))

    def _call(self, name: str, **arguments: Any) -> bytes:
        return self._metadata.encode_call(_PALLET, name, arguments)
