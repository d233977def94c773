"""Two chains side by side."""

from __future__ import annotations

from chain_spec import chains
from local_node.runtime_diff.compare import compare
from local_node.runtime_diff.script import parse_script

SCRIPT = parse_script("""
sudo = "//Bob"
[[accounts]]
secret = "//Bob"
balance = "10"
[[steps]]
signer = "//Bob"
call = "Balances.transfer_keep_alive"
args = { dest = { Id = "//Alice" }, value = 1000000000 }
[[steps]]
signer = "//Bob"
call = "Balances.transfer_keep_alive"
args = { dest = { Id = "//Alice" }, value = 1000000000000000 }
[[steps]]
signer = "//Bob"
call = "Sudo.sudo"
[steps.args.call]
call = "Balances.force_set_balance"
args = { who = { Id = "//Eve" }, new_free = 1000 }
[[steps]]
signer = "//Nobody"
call = "System.remark"
args = { remark = "0x00" }
[[steps]]
signer = "//Bob"
call = "Triumvirate.close"
args = { }
""")


def test_a_chain_is_equal_to_itself() -> None:
    dev = chains.load("dev")
    found = list(compare(dev, dev, SCRIPT))
    assert [each.differences for each in found] == [()] * len(SCRIPT.steps)
    done, failed, as_root, refused, unknown = (each.one for each in found)
    assert (done.error, as_root.error) == (None, None)
    assert done.storage["System.Account"] >= 2
    assert done.fee is not None
    assert failed.error == ".Token.FundsUnavailable"
    assert "Balances.BalanceSet" in [name for name, _ in as_root.events]
    assert refused.error is not None
    assert refused.error.startswith("refused: ")
    assert unknown.error is not None
    assert unknown.error.startswith("cannot be encoded")


def test_a_call_that_only_one_has_is_a_difference() -> None:
    *_, last = compare(chains.load("dev"), chains.load("fast"), SCRIPT)
    assert last.one.error != last.other.error
    assert last.differences[0].kind == "error"
