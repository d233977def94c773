"""The shapes of JSON results are a promise: `tests/vectors/cli_shapes.json` keeps it.

After a change that is meant: `python -m tests.cli.test_shapes` writes the file anew.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest

from btcli.catalogue import GROUPS
from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.cli.test_node_compare import SCRIPT
from tests.unit.local_node.chain.test_runtimes import tiny

GOLDEN = Path(__file__).resolve().parent.parent / "vectors" / "cli_shapes.json"
DOCS = Path(__file__).resolve().parent.parent.parent / "docs" / "cli.md"
ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"

SCENARIO = (
    "wallet create -w made --no-use-password",
    "wallet new-coldkey -w cold --no-use-password --reveal-mnemonic",
    "wallet new-hotkey -w cold",
    "wallet regen-coldkey -w restored --seed " + "11" * 32 + " --no-use-password",
    "wallet regen-hotkey -w restored --seed " + "11" * 32,
    f"wallet regen-coldkeypub -w watched --ss58 {ALICE}",
    f"wallet regen-hotkeypub -w watched --ss58 {ALICE}",
    "wallet change-password -w made --new-password-file NEW",
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
    "subnets list",
    "subnets show --netuid 1",
    "stake add -w alice --netuid 2 --amount 4 -y",
    "stake remove -w alice --netuid 2 --amount 0.5 -y",
    "stake list -w alice",
    "node advance 2",
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
    "config set --tolerance 0.1",
    "config get",
    "config clear --all",
)


def shape(value: Any) -> Any:
    """A value with types in the place of values; of a list its first item."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value[:1]]
    return type(value).__name__


def play(home: Path) -> dict[str, Any]:
    """Run the scenario; the whole document of each command, as a shape."""
    cli = Cli(home)
    alice = Wallet("alice", path=cli.wallets)
    keypair = alice.regenerate_coldkey(Keypair.from_uri("//Alice"), None)
    alice.regenerate_hotkey(Keypair.from_uri("//Alice//hot"))
    (home / "new").write_text("a password\n")
    (home / "runtime").write_bytes(tiny())
    (home / "script").write_text(SCRIPT)
    given = {
        "NEW": str(home / "new"),
        "SIGNATURE": keypair.sign(b"hello").hex(),
        "EXPORT": str(home / "export"),
        "RUNTIME": str(home / "runtime"),
        "SCRIPT": str(home / "script"),
    }
    found = {}
    for line in SCENARIO:
        words = [given.get(word, word) for word in line.split()]
        run = cli if "--daemon" in words else cli.inside
        done = run(*words, "--json-output")
        assert done.exit_code == 0, (line, done)
        found[" ".join(words[:2])] = shape(done.json())
    return found


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return play(tmp_path_factory.mktemp("shapes"))


def golden() -> dict[str, Any]:
    shapes: dict[str, Any] = json.loads(GOLDEN.read_text())["shapes"]
    return shapes


NAMES = [f"{group.name} {verb}" for group in GROUPS for verb in group.verbs]


@pytest.mark.parametrize("name", NAMES)
def test_the_shape_is_the_one_promised(played: dict[str, Any], name: str) -> None:
    assert played[name] == golden()[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_a_result_is_documented(name: str) -> None:
    section = DOCS.read_text().split(f"| `{name}` |", 1)[1].split("\n")[0]
    missing = [key for key in golden()[name]["data"] if f"`{key}`" not in section]
    assert missing == []


def main() -> None:
    """Write the file anew."""
    with tempfile.TemporaryDirectory() as home:
        shapes = play(Path(home))
    origin = "what btcli printed; types stand for values, of lists the first item is shown"
    GOLDEN.write_text(json.dumps({"origin": origin, "shapes": shapes}, indent=1) + "\n")


if __name__ == "__main__":
    main()
