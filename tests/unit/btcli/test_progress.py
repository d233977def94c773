"""What is said of a submission on its way."""

from __future__ import annotations

import pytest

from btcli.output import Output
from btcli.progress import Follow
from btsdk.tx.follow import Progress

STEPS = [
    Progress("ready", "0xaa"),
    Progress("inBlock", "0xaa", "0xb1"),
    Progress("retracted", "0xaa", "0xb1"),
    Progress("inBlock", "0xaa", "0xb2"),
]


@pytest.mark.parametrize(
    ("verbose", "said"),
    [
        (False, ["Block 0xb1 was retracted; waiting for another one."]),
        (True, ["ready", "inBlock 0xb1", "retracted 0xb1", "inBlock 0xb2"]),
    ],
)
def test_a_reorganisation_is_said(
    capsys: pytest.CaptureFixture[str], verbose: bool, said: list[str]
) -> None:
    follow = Follow(Output(), verbose)
    for step in STEPS:
        follow(step)
    assert capsys.readouterr().err.splitlines() == said
