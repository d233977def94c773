"""Bytes of extrinsics and calls."""

from __future__ import annotations

import pytest

from btcli.commands.tx.decoding import decoded
from btsdk.errors import DecodeError
from btsdk.extrinsic import encode_unsigned
from btsdk.keys import Keypair
from tests.unit.btcli.offline_sample import transaction
from tests.unit.btcli.samples import ALICE, declared

CALL = declared().encode_call("System", "remark", {"remark": b"x"})


def test_a_call_an_unsigned_and_a_signed_extrinsic() -> None:
    shown = {"call": "System.remark", "args": {"remark": "x"}}
    call = decoded(declared(), CALL)
    assert (call.call, call.extrinsic, list(call.rows())) == (shown, None, [])
    inherent = decoded(declared(), encode_unsigned(CALL))
    assert inherent.extrinsic is not None
    assert inherent.extrinsic["signer"] is None
    made = transaction("System", "remark", {"remark": b"x"}).sign(Keypair.from_uri("//Alice"))
    signed = decoded(declared(), made.signed().extrinsic(declared()).data)
    assert signed.extrinsic is not None
    assert signed.extrinsic["signer"] == ALICE
    assert signed.extrinsic["extensions"]["CheckMortality"] == {"Mortal": [64, 36]}
    assert signed.call_hash == inherent.call_hash == call.call_hash
    assert ("CheckNonce", "3") in list(signed.rows())


@pytest.mark.parametrize("data", [b"", b"\xff\xff", CALL + b"\0"])
def test_other_bytes(data: bytes) -> None:
    with pytest.raises(DecodeError, match=r"no extrinsic .* no call"):
        decoded(declared(), data)
