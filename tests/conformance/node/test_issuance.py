"""Random lives of a chain: TAO comes only from emission and faucet, and failing changes nothing.

Balances counts what accounts have, SubtensorModule what it has emitted, so the two are followed
apart, as changes since genesis.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.keys import Keypair
from btsdk.metadata import Metadata
from btsdk.pow import ClassicForm, DomainSeparatedForm, Puzzle, meets
from chain_spec import chains
from local_node.chain.block import BlockRef
from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.chain.errors import PoolError
from local_node.chain.modes import Manual
from local_node.embedded.open_chain import identity_of
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.state.store import Store
from tests.wire import Composer

TAO = 1_000_000_000
FAUCET = 1_000 * TAO
FAUCET_DIFFICULTY = 10_000
DIFFICULTY = 50
INHERENTS = 2

COLDKEYS = [Keypair.from_uri(f"//{name}") for name in ("Alice", "Dave", "Poor")]
HOTKEYS = [Keypair.from_uri(f"//{name}//hot") for name in ("Alice", "Dave", "Poor")]
ACCOUNTS = [*COLDKEYS, *HOTKEYS]
AUTHOR = Keypair.from_uri("//One")

Content = dict[bytes, bytes]
Step = tuple[str, dict[str, Any]]

amounts = st.sampled_from([0, 1, 499, 500, TAO // 2, TAO, 37 * TAO, 1_999 * TAO, 2**63])
coldkeys = st.integers(0, len(COLDKEYS) - 1)
netuids = st.sampled_from([0, 1, 1, 1, 2, 3, 77])


def step(name: str, **arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Step]:
    return st.tuples(st.just(name), st.fixed_dictionaries({"who": coldkeys, **arguments}))


STEPS = st.one_of(
    step("transfer", to=st.integers(0, len(ACCOUNTS) - 1), amount=amounts),
    step("burned_register", netuid=netuids, hotkey=coldkeys),
    step("pow_register", netuid=netuids, hotkey=coldkeys),
    step("register", netuid=netuids, hotkey=coldkeys),
    step("add_stake", netuid=netuids, hotkey=coldkeys, amount=amounts),
    step("remove_stake", netuid=netuids, hotkey=coldkeys, amount=amounts),
    step("register_network", hotkey=coldkeys),
    step("faucet"),
    step("wait", blocks=st.integers(1, 12)),
)


def easy_spec() -> chains.ChainSpec:
    """`dev`, with a proof of work on its subnet that takes no time."""
    spec = json.loads(chains.load("dev").text)
    subtensor = spec["genesis"]["runtimeGenesis"]["patch"]["subtensorModule"]
    easy = {"Difficulty": DIFFICULTY, "MinDifficulty": DIFFICULTY}
    subtensor["subnets"]["1"]["storage"].update(easy)
    return chains.parse(json.dumps(spec), "a test")


class Life:
    """A chain that lives through steps; it is checked after each block."""

    def __init__(self) -> None:
        spec = easy_spec()
        self.chain = Chain.open(spec, Store(None), Clock(lambda: 10**12), mode=Manual())
        self._dispatcher = Dispatcher(self.chain, identity_of(spec))
        self.composer = Composer(self)
        self.metadata: Metadata = self.composer.metadata
        self.genesis = self.content()
        self.minted = 0
        self.succeeded: set[str] = set()
        self.failed = 0

    def call(self, method: str, *params: Any) -> Any:
        """As a wire's; the composer asks with it."""
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        answer = self._dispatcher.handle(Request(json.dumps(request)), Peer(None))
        return json.loads(answer or "")["result"]

    def content(self) -> Content:
        return dict(self.chain.state().items(b""))

    def value(self, content: Content, pallet: str, item: str, *keys: Any) -> Any:
        storage = self.metadata.storage(pallet, item)
        return storage.decode(content.get(storage.key(*keys)))

    # A step

    def do(self, name: str, arguments: dict[str, Any]) -> None:
        if name == "wait":
            for _ in range(arguments["blocks"]):
                self.chain.author_block((), only=True)
            self.check_issuance()
            return
        signer, call = getattr(self, f"_{name}")(**arguments)
        extrinsic = bytes.fromhex(
            self.composer.signed(signer, call, self.composer.nonce(signer))[2:]
        )
        parent = self.chain.best
        self.chain.author_block((), only=True)
        without = self.content()
        self.chain.revert_to(parent.hash)
        self._include(name, signer, extrinsic, parent, without)
        self.check_issuance()

    def _include(
        self, name: str, signer: Keypair, extrinsic: bytes, parent: BlockRef, without: Content
    ) -> None:
        before = self.content()
        try:
            self.chain.author_block([extrinsic], only=True)
        except PoolError:
            assert self.chain.best == parent
            assert self.content() == before
            return
        if self._happened("ExtrinsicSuccess"):
            self.succeeded.add(name)
            self.minted += FAUCET if name == "faucet" else 0
        else:
            self.failed += 1
            self.check_failure(signer, without)

    def _happened(self, event: str) -> bool:
        """Whether the extrinsic behind the inherents ended so."""
        records = self.value(self.content(), "System", "Events")
        return any(
            record["phase"] == ("ApplyExtrinsic", INHERENTS)
            and record["event"][0] == "System"
            and record["event"][1][0] == event
            for record in records
        )

    def _transfer(self, who: int, to: int, amount: int) -> tuple[Keypair, bytes]:
        return COLDKEYS[who], self.composer.transfer(ACCOUNTS[to], amount)

    def _burned_register(self, who: int, netuid: int, hotkey: int) -> tuple[Keypair, bytes]:
        return self._subtensor(
            who, "burned_register", netuid=netuid, hotkey=HOTKEYS[hotkey].public_key
        )

    def _add_stake(self, who: int, netuid: int, hotkey: int, amount: int) -> tuple[Keypair, bytes]:
        key = HOTKEYS[hotkey].public_key
        return self._subtensor(who, "add_stake", hotkey=key, netuid=netuid, amount_staked=amount)

    def _remove_stake(
        self, who: int, netuid: int, hotkey: int, amount: int
    ) -> tuple[Keypair, bytes]:
        key = HOTKEYS[hotkey].public_key
        return self._subtensor(
            who, "remove_stake", hotkey=key, netuid=netuid, amount_unstaked=amount
        )

    def _register_network(self, who: int, hotkey: int) -> tuple[Keypair, bytes]:
        return self._subtensor(who, "register_network", hotkey=HOTKEYS[hotkey].public_key)

    def _faucet(self, who: int) -> tuple[Keypair, bytes]:
        block = self.chain.best
        puzzle = ClassicForm(COLDKEYS[who].public_key).puzzle(block.hash)
        nonce, seal = solved(puzzle, FAUCET_DIFFICULTY)
        return self._subtensor(who, "faucet", block_number=block.number, nonce=nonce, work=seal)

    def _register(self, who: int, netuid: int, hotkey: int) -> tuple[Keypair, bytes]:
        """The classic form is signed by the hotkey, which has to pay the fee."""
        block, key = self.chain.best, HOTKEYS[hotkey]
        nonce, seal = solved(ClassicForm(key.public_key).puzzle(block.hash), DIFFICULTY)
        call = self.composer.call(
            "SubtensorModule",
            "register",
            netuid=netuid,
            block_number=block.number,
            nonce=nonce,
            work=seal,
            hotkey=key.public_key,
            coldkey=COLDKEYS[who].public_key,
        )
        return key, call

    def _pow_register(self, who: int, netuid: int, hotkey: int) -> tuple[Keypair, bytes]:
        block, key = self.chain.best, HOTKEYS[hotkey].public_key
        form = DomainSeparatedForm(netuid, key, COLDKEYS[who].public_key)
        nonce, seal = solved(form.puzzle(block.hash), DIFFICULTY)
        return self._subtensor(
            who,
            "pow_register",
            netuid=netuid,
            work_block=block.number,
            nonce=nonce,
            work=seal,
            hotkey=key,
        )

    def _subtensor(self, who: int, name: str, **arguments: Any) -> tuple[Keypair, bytes]:
        return COLDKEYS[who], self.composer.call("SubtensorModule", name, **arguments)

    # What must hold

    def check_issuance(self) -> None:
        """Every TAO is in an account, and came with a block or from the faucet."""
        now = self.content()
        issued = self.value(now, "Balances", "TotalIssuance")
        assert issued == self._held(now)
        grown = issued - self.value(self.genesis, "Balances", "TotalIssuance")
        emitted = grown - self.minted
        blocks = -(-emitted // TAO)
        assert blocks in range(self.chain.best.number + 1)
        # What is injected into a pool and what buys alpha is each cut to whole rao.
        subnets = self.value(now, "SubtensorModule", "TotalNetworks")
        assert blocks * TAO - emitted <= 2 * subnets * blocks
        counted = self.value(now, "SubtensorModule", "TotalIssuance")
        assert counted - self.value(self.genesis, "SubtensorModule", "TotalIssuance") == grown

    def _held(self, content: Content) -> int:
        account = self.metadata.storage("System", "Account")
        data = (
            account.decode(value)["data"]
            for key, value in content.items()
            if key.startswith(account.prefix)
        )
        return sum(each["free"] + each["reserved"] for each in data)

    def check_failure(self, signer: Keypair, without: Content) -> None:
        """Next to the same block without it, the extrinsic cost its fee and took its nonce."""
        now = self.content()
        account = self.metadata.storage("System", "Account")
        payer, author = account.key(signer.public_key), account.key(AUTHOR.public_key)
        changed = {key for key in now.keys() | without.keys() if now.get(key) != without.get(key)}
        assert changed - self._book_keeping() == {payer, author}
        was, paid = account.decode(without[payer]), account.decode(now[payer])
        fee = was["data"]["free"] - paid["data"]["free"]
        assert fee > 0
        was["data"]["free"] -= fee
        assert paid == {**was, "nonce": was["nonce"] + 1}
        earned = account.decode(without[author])
        earned["data"]["free"] += fee
        assert account.decode(now[author]) == earned

    def _book_keeping(self) -> set[bytes]:
        """What the block itself writes about the extrinsics in it, and about how full it is."""
        items = (
            ("System", "Events"),
            ("System", "EventCount"),
            ("System", "BlockWeight"),
            ("System", "AllExtrinsicsLen"),
            ("TransactionPayment", "NextFeeMultiplier"),
            ("BaseFee", "BaseFeePerGas"),
        )
        return {self.metadata.storage(*item).key() for item in items}


def solved(puzzle: Puzzle, difficulty: int) -> tuple[int, bytes]:
    nonce = 0
    while not meets(puzzle.seal(nonce), difficulty):
        nonce += 1
    return nonce, puzzle.seal(nonce)


def live(steps: list[Step]) -> Life:
    life = Life()
    try:
        for name, arguments in steps:
            life.do(name, arguments)
        assert life.chain.check(execute=True) == []
    finally:
        life.chain.close()
    return life


def test_a_life_in_which_everything_succeeds_once() -> None:
    """So that the random ones are known to reach what they are about."""
    steps: list[Step] = [
        ("transfer", {"who": 0, "to": 3, "amount": TAO}),
        ("transfer", {"who": 0, "to": 4, "amount": TAO}),
        ("transfer", {"who": 0, "to": 2, "amount": TAO}),
        ("burned_register", {"who": 0, "netuid": 1, "hotkey": 0}),
        ("wait", {"blocks": 20}),
        ("pow_register", {"who": 1, "netuid": 1, "hotkey": 1}),
        ("wait", {"blocks": 20}),
        ("register_network", {"who": 0, "hotkey": 0}),
        ("add_stake", {"who": 0, "netuid": 1, "hotkey": 0, "amount": 10 * TAO}),
        ("add_stake", {"who": 0, "netuid": 1, "hotkey": 2, "amount": 10 * TAO}),
        ("remove_stake", {"who": 0, "netuid": 1, "hotkey": 0, "amount": TAO}),
        ("faucet", {"who": 2}),
        ("transfer", {"who": 2, "to": 0, "amount": 2**63}),
        ("transfer", {"who": 2, "to": 5, "amount": TAO}),
        ("register", {"who": 2, "netuid": 1, "hotkey": 2}),
        ("wait", {"blocks": 12}),
    ]
    life = live(steps)
    assert life.succeeded == {name for name, _ in steps} - {"wait"}
    assert life.failed >= 1
    assert life.minted == FAUCET


@settings(max_examples=8)
@given(st.lists(STEPS, max_size=8))
def test_tao_comes_only_from_emission_and_faucet(steps: list[Step]) -> None:
    live(steps)


@pytest.mark.slow
@settings(max_examples=150)
@given(st.lists(STEPS, min_size=5, max_size=30))
def test_tao_comes_only_from_emission_and_faucet_at_length(steps: list[Step]) -> None:
    live(steps)
