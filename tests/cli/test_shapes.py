"""Each command prints the JSON result that it declares, and the docs list it.

A new command needs a line in `SCENARIO`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from btcli.catalogue import GROUPS
from btcli.commands.node.local_chain import BlockIdDocument, ForkDocument
from btcli.json_schema import schema
from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from btsdk.keys.sealed_messages import seal_message
from btsdk.ops import RawCall
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.passwords import Given
from tests.cli import reference
from tests.cli.running import Cli
from tests.cli.schema_check import schema_problems
from tests.cli.test_node_compare import SCRIPT
from tests.unit.btcli.samples import declared
from tests.unit.btcli.spellings import CHAIN
from tests.unit.btsdk.wallet.keyrings import InMemory
from tests.unit.local_node.chain.test_runtimes import tiny

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"

BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"

GROUP_NAMES = {group.name for group in GROUPS}
CALL = RawCall("System", "remark", {"remark": "later"}).encode(declared())

DECLARED = reference.declarations()

SCENARIO = (
    "wallet create -w made --no-use-password",
    "wallet new-coldkey -w cold --no-use-password --reveal-mnemonic",
    "wallet new-hotkey -w cold",
    "wallet regen-coldkey -w restored --seed " + "11" * 32 + " --no-use-password",
    "wallet regen-hotkey -w restored --seed " + "11" * 32,
    f"wallet regen-coldkeypub -w watched --ss58 {ALICE}",
    f"wallet regen-hotkeypub -w watched --ss58 {ALICE}",
    "wallet change-password -w made --new-password-file NEW",
    "wallet backup --file BACKUP -w made --password-file NEW",
    "wallet restore --file BACKUP --password-file NEW",
    "wallet export -w alice --file KEYSTORE --new-password-file NEW",
    "wallet import -w imported --file KEYFILE --no-use-password",
    "wallet show -w made",
    "wallet unlock -w sealed --password-file NEW --remember",
    "wallet forget -w sealed",
    "wallet encrypt --to ed -m hello",
    "wallet decrypt -w ed -c CIPHERTEXT",
    "wallet rename -w restored --new-name renamed",
    "wallet remove -w renamed -y",
    "wallet sign -w alice -m hello",
    "wallet verify -m hello -s SIGNATURE -a " + ALICE,
    "wallet list",
    "wallet check",
    "wallet balance -w alice",
    "wallet transfer -w alice --dest made --amount 1000 -y",
    "wallet faucet -w alice --processes 1 -y",
    "subnets burn-cost",
    "subnets create -w alice -y",
    "subnets start -w alice --netuid 2 -y",
    "subnets register -w alice --netuid 1 -y",
    "wallet overview -w alice",
    "subnets list",
    "subnets show --netuid 1",
    "stake add -w alice --netuid 2 --amount 4 -y",
    "stake remove -w alice --netuid 2 --amount 0.5 -y",
    "stake move -w alice --origin-netuid 2 --dest default --dest-netuid 1 --amount 0.5 --unsafe -y",
    "stake swap -w alice --origin-netuid 2 --dest-netuid 1 --amount 0.5 --tolerance 0.9 -y",
    f"stake transfer -w alice --origin-netuid 2 --dest {BOB} --amount 0.5 -y",
    "stake list -w alice",
    "call System.remark remark=hello -w alice -y",
    "tx build System.remark remark=hello -w alice --file TRANSACTION",
    "tx show TRANSACTION",
    "tx sign TRANSACTION -y",
    "tx submit TRANSACTION -y",
    "tx decode 0x000000",
    f"wallet announce-coldkey-swap -w alice --new-coldkey {BOB} --dry-run",
    f"stake child set -w alice --netuid 1 --children {BOB} --proportions 0.25 -y",
    "stake child get -w alice --all-netuids",
    "stake child revoke -w alice --netuid 2 -y",
    "stake child take -w alice --netuid 1 --take 9% -y",
    "stake set-auto -w alice --netuid 1 -y",
    "stake auto -w alice",
    "stake set-claim keep --netuids 1 -w alice -y",
    "stake process-claim -w alice --netuids 1 -y",
    "stake burn -w alice --netuid 2 --amount 0.1 -y",
    "stake recycle -w alice --netuid 2 --amount 0.1 -y",
    "lock add -w alice --netuid 2 --amount 0.1 --mode perpetual --graph -y",
    "lock mode -w alice --netuid 2 --mode decaying -y",
    "lock list -w alice",
    "lock accept -w alice --allow --dry-run",
    "lock targeting -w alice --netuid 2",
    "stake show -w alice --netuid 2",
    "lock show -w alice --netuid 2 --graph",
    f"lock move -w alice --netuid 2 --dest {BOB} --dry-run",
    "weights show --netuid 1",
    "weights set -w alice --netuid 2 --uids 0 --weights 1 --dry-run",
    "weights commit -w alice --netuid 2 --uids 0 --weights 1 --dry-run",
    "weights reveal -w alice --netuid 2 --uids 0 --weights 1 --salt 1,2 --dry-run",
    "subnets hyperparameters --netuid 2",
    "subnets price --netuid 2 --points 2",
    "subnets check-start --netuid 2",
    "subnets set-identity -w alice --netuid 2 --subnet-name Demo -y",
    "subnets get-identity --netuid 2",
    "subnets set-symbol -w alice --netuid 2 ζ -y",
    "subnets metagraph --netuid 2 --weights --bonds",
    "subnets conviction --netuid 2",
    "subnets pow-register -w cold --netuid 1 --processes 1 -y",
    "subnets mechanisms count --netuid 2",
    "subnets mechanisms set -w alice --netuid 2 --count 1 -y",
    "subnets mechanisms split-emissions -w alice --netuid 2 --split 1 -y",
    "subnets mechanisms emissions --netuid 2",
    "axon set -w alice --netuid 2 --ip 203.0.113.7 --port 8091 -y",
    "axon reset -w alice --netuid 1 -y",
    "sudo get --netuid 2",
    "sudo set -w alice --netuid 2 --param commit_reveal_enabled --value off -y",
    "sudo set-take -w alice --take 9% -y",
    "sudo get-take -w alice",
    "sudo trim -w alice --netuid 2 --max 128 -y",
    "sudo trigger-epoch -w alice --netuid 2 -y",
    "sudo stake-burn -w alice --netuid 2 --amount 1 --unsafe -y",
    "sudo senate",
    'sudo propose -w alice --call System.remark --args {"remark":"0x61"} --threshold 2 -y',
    "sudo proposals",
    "sudo vote -w alice --proposal MOTION --vote-aye --dry-run",
    "sudo close -w alice --proposal MOTION --dry-run",
    "wallet set-identity -w alice --id-name Alice -y",
    "wallet get-identity -w alice",
    f"wallet associate-hotkey -w alice -H {BOB} -y",
    "wallet new-hotkey -w alice -H spare",
    f"proxy add -w alice --delegate {BOB} --delay 1 -y",
    f"proxy list --ss58 {ALICE} --acts-for",
    f"proxy announce -w bob --real {ALICE} --call-hex CALL -y",
    f"proxy reject -w alice --delegate {BOB} --call-hex CALL -y",
    f"proxy announce -w bob --real {ALICE} --call-hex CALL -y",
    "node advance 1",
    f"proxy execute -w bob --real {ALICE} --call-hash HASH -y",
    f"proxy remove -w alice --delegate {BOB} -y",
    "proxy create -w alice --save vault -y",
    "proxy kill -w alice --proxy vault -y",
    "multisig save team --signatories alice,bob --threshold 2",
    "multisig address --multisig team",
    "multisig list",
    "multisig approve -w alice --multisig team --call-hex CALL -y",
    "multisig pending --multisig team",
    "multisig execute -w bob --multisig team --call-hex CALL -y",
    "multisig approve -w alice --multisig team --call-hash HASH -y",
    "multisig cancel -w alice --multisig team --call-hash HASH -y",
    f"crowd create -w alice --deposit 10 --cap 20 --duration 60 --target {BOB} -y",
    "crowd update -w alice --id 0 --cap 15 -y",
    "crowd contribute -w bob --id 0 --amount 5 -y",
    "crowd withdraw -w bob --id 0 -y",
    "crowd contribute -w bob --id 0 --amount 5 -y",
    "crowd list",
    "crowd info --id 0 --show-contributors",
    "crowd contributors --id 0",
    "crowd refund -w alice --id 0 -y",
    "crowd contribute -w bob --id 0 --amount 5 -y",
    "crowd finalize -w alice --id 0 -y",
    f"crowd create -w alice --deposit 10 --cap 20 --duration 60 --target {BOB} -y",
    "crowd dissolve -w alice --id 1 -y",
    "wallet swap-hotkey spare -w alice --netuid 1 -y",
    f"wallet swap-coldkey announce -w alice --new-coldkey {BOB} -y",
    "wallet swap-check -w alice",
    f"addr add bobby {BOB}",
    "addr rename bobby robert",
    "addr list",
    "addr remove robert",
    f"config add-proxy --name staker --address {BOB}",
    "config update-proxy --name staker --delay 2",
    "config proxies",
    "config remove-proxy --name staker",
    "config clear-proxies -y",
    "query SubtensorModule.Tempo",
    "block",
    "extrinsics --index 0",
    "events",
    "explain NotEnoughStake",
    "schema wallet balance",
    "doctor",
    "utils convert --tao 1.5",
    "utils latency --network local",
    "node advance 2",
    "node accounts",
    f"node fund {BOB} 10",
    "node status",
    "node start --daemon --port 0",
    "node logs",
    "node export EXPORT",
    "node stop",
    "node check",
    "node import EXPORT -y",
    "node inspect RUNTIME",
    "node compare SCRIPT --chain dev --with fast",
    "node reset -y",
    "pow benchmark --seconds 0.01 --threads 1",
    "config set --tolerance 0.1",
    "config get",
    "config clear --all",
)


def named(words: list[str]) -> str:
    """The command's whole name, of as many words as it has."""
    return next(name for count in (3, 2, 1) if (name := " ".join(words[:count])) in DECLARED)


def play(home: Path) -> dict[str, Any]:
    """Run the scenario; the document of each command, by the command's name."""
    cli = Cli(home)
    alice = Wallet("alice", path=cli.wallets)
    keypair = alice.regenerate_coldkey(Keypair.from_uri("//Alice"), None)
    Wallet("bob", path=cli.wallets).regenerate_coldkey(Keypair.from_uri("//Bob"), None)
    alice.regenerate_hotkey(Keypair.from_uri("//Alice//hot"))
    ed = Wallet("ed", path=cli.wallets)
    ed.regenerate_coldkey(Keypair.from_uri("//Ed", crypto="ed25519"), None)
    sealed = Wallet("sealed", path=cli.wallets, kdf=encryption.TESTING)
    sealed.regenerate_coldkey(Keypair.generate(), Given("a password"))
    (home / "new").write_text("a password\n")
    (home / "runtime").write_bytes(tiny())
    (home / "script").write_text(SCRIPT)
    given = {
        "NEW": str(home / "new"),
        "CIPHERTEXT": seal_message(b"hello", ed.coldkeypub.public_key).hex(),
        "CALL": CALL.hex(),
        "HASH": blake2_256(CALL).hex(),
        "SIGNATURE": keypair.sign(b"hello").hex(),
        "KEYSTORE": str(home / "keystore"),
        "KEYFILE": str(cli.wallets / "cold" / "coldkey"),
        "BACKUP": str(home / "backup"),
        "EXPORT": str(home / "export"),
        "TRANSACTION": str(home / "transaction"),
        "RUNTIME": str(home / "runtime"),
        "SCRIPT": str(home / "script"),
        "MOTION": "0x" + "22" * 32,
    }
    found = {}
    for line in SCENARIO:
        words = [given.get(word, word) for word in line.split()]
        run = cli if "--daemon" in words else cli.inside
        done = run(*words, "--json-output")
        assert done.exit_code == 0, (line, done)
        found[named(words)] = done.json()
        name = " ".join(words[:3])
        found[name if name in DECLARED else " ".join(words[:2])] = done.json()
        count = 3 if " ".join(words[:2]) in GROUP_NAMES else 2
        found[" ".join(words[:count])] = done.json()
    return found


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    with mock.patch("keyring.core._keyring_backend", InMemory()):
        return play(tmp_path_factory.mktemp("shapes"))


@pytest.mark.parametrize("name", DECLARED)
def test_a_command_prints_what_it_declares(played: dict[str, Any], name: str) -> None:
    document = played[name]
    chain = {"network", "genesis_hash"} & set(document)
    assert set(document) == {"success", "data", *chain}
    assert len(chain) == 2 or (not chain and name not in CHAIN)
    assert reference.problems(document["data"], DECLARED[name]) == []
    assert schema_problems(document["data"], schema(DECLARED[name], name)) == []


def test_the_docs_list_every_result() -> None:
    assert reference.documented() == reference.tables(), "`make generate` writes the tables"


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ({"number": 1}, "data.hash is missing"),
        ({"hash": "0x", "number": 1, "more": 1}, "data.more is not declared"),
        ({"hash": "0x", "number": True}, "data.number is True, not <class 'int'>"),
        ({"hash": None, "number": 1}, "data.hash is None, not <class 'str'>"),
        ([], "data is [], not an object"),
    ],
)
def test_a_deviation_is_found(value: Any, problem: str) -> None:
    assert reference.problems(value, BlockIdDocument) == [problem]


def test_a_deviation_is_found_inside() -> None:
    items = [{"fork": {"url": "u", "block": {"hash": "0x"}, "genesis": "0x", "roots": "none"}}]
    declared = list[dict[str, ForkDocument | None]]
    assert reference.problems([{"fork": None}], declared) == []
    assert reference.problems(items, declared) == [
        "data[0].fork.block.number is missing",
        "data[0].fork.roots is 'none'",
    ]
