"""The calls inside a call."""

from __future__ import annotations

from btsdk.calls import balances, multisig, proxy, system, utility
from btsdk.keys import Keypair
from btsdk.tx.nested import calls_in
from btsdk.units import Tao
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata
BOB = Keypair.from_uri("//Bob")


def test_every_call_at_any_depth() -> None:
    transfer = balances.TransferKeepAlive(dest=BOB, value=Tao.from_rao(7))
    behind = proxy.Proxy(real=BOB, force_proxy_type=None, call=transfer)
    batch = utility.Batch(calls=[system.Remark(remark="text"), behind, transfer])
    whole = multisig.AsMultiThreshold1(other_signatories=[BOB], call=batch)
    found = list(calls_in(METADATA, whole.encode(METADATA)))
    assert [call.name for call in found] == [
        "as_multi_threshold_1",
        "batch",
        "remark",
        "proxy",
        "transfer_keep_alive",
        "transfer_keep_alive",
    ]
    assert found[-1].args["value"] == 7
