"""A real chain for operations: what a draft refuses is what the chain answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from btsdk.client import Client
from btsdk.client.blocking import View
from btsdk.errors import DispatchError
from btsdk.keys import Keypair
from btsdk.ops import AssociateHotkey, Batch, CreateSubnet, Sudo
from btsdk.tx.operation import Wanted
from btsdk.tx.receipt import Receipt
from btsdk.units import Tao
from local_node import LocalChain

SUDO = Keypair.from_uri("//Alice")
ALICE_HOTKEY = Keypair.from_uri("//Alice//hotkey")
OWNER = Keypair.from_uri("//Bob")
HOTKEY = Keypair.from_uri("//Bob//hotkey")
OTHER = Keypair.from_uri("//Charlie")
NETUID = 2
TAO = Tao.parse("1")


class Stage:
    """A fresh `dev` chain, where `OWNER` owns subnet `NETUID` and `SUDO` is the sudo key."""

    def __init__(self, chain: LocalChain) -> None:
        self.chain = chain
        self.client: Client = chain.client
        chain.set_balance(OWNER.ss58_address, Tao.parse("20000"))
        self.client.execute(CreateSubnet(HOTKEY.ss58_address), OWNER)
        self.client.execute(AssociateHotkey(ALICE_HOTKEY), SUDO)

    @property
    def head(self) -> View:
        return self.client.head()

    def predicted(self, operation: Wanted, signer: Keypair) -> list[str]:
        """The codes of the refusals that the preview knows."""
        return [one.code for one in self.client.prepare(operation, signer).preview.refusals]

    def reason(self, operation: Wanted, signer: Keypair) -> str:
        """The first refusal, in words."""
        return self.client.prepare(operation, signer).preview.refusals[0].reason

    def answered(self, operation: Wanted, signer: Keypair) -> str | None:
        """The error of the chain, or None. Inside a batch, so that the pool has no say."""
        try:
            self.client.execute(Batch([operation]), signer)
        except DispatchError as error:
            return error.code
        return None

    def refuses(self, operation: Wanted, signer: Keypair, code: str) -> str:
        """Expect the same refusal of the preview and of the chain; its words."""
        found = self.predicted(operation, signer)
        assert found[:1] == [code], found
        reason = self.reason(operation, signer)
        answer = self.answered(operation, signer)
        assert answer == code, answer
        return reason

    def does(self, operation: Wanted, signer: Keypair) -> Receipt:
        """Expect no refusal, and the events that the draft expects."""
        plan = self.client.prepare(operation, signer)
        assert plan.preview.refusals == (), plan.preview.refusals
        return self.client.submit(plan)

    def effects(self, operation: Wanted, signer: Keypair) -> tuple[str, ...]:
        return self.client.prepare(operation, signer).preview.effects

    def warnings(self, operation: Wanted, signer: Keypair) -> tuple[str, ...]:
        return self.client.prepare(operation, signer).preview.warnings

    def sudo(self, call: Wanted) -> None:
        self.client.execute(Sudo(call), SUDO)

    def advance_to(self, block: int) -> None:
        """Make blocks, so that the next transaction is in this block."""
        self.chain.advance(block - 1 - self.head.number)


@contextmanager
def staged() -> Iterator[Stage]:
    with LocalChain() as chain:
        yield Stage(chain)
