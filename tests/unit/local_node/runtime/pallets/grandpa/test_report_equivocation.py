"""Reports of two votes: no proof of who owned the key can be valid, because none is kept."""

from __future__ import annotations

import pytest

from local_node.runtime.frame import DispatchFailure
from local_node.runtime.frame.origin import none, signed
from local_node.runtime.pallets.grandpa.report_equivocation import (
    report_equivocation,
    report_equivocation_unsigned,
)
from tests.unit.local_node.runtime.support import fresh_context

SIGNED = signed(bytes(32))


@pytest.mark.parametrize(
    ("report", "right", "wrong"),
    [
        (report_equivocation, SIGNED, none),
        (report_equivocation_unsigned, none, SIGNED),
    ],
)
def test_the_proof_is_refused_after_the_origin(report, right, wrong):
    with pytest.raises(DispatchFailure, match="InvalidKeyOwnershipProof"):
        report(fresh_context(), right, {}, "Void")
    with pytest.raises(DispatchFailure, match="BadOrigin"):
        report(fresh_context(), wrong, {}, "Void")
