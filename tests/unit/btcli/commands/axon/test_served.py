"""The axon that is published, in words."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import YES


def test_an_ipv6_address(owner: Cli) -> None:
    words = ("-H", "second", *YES[:3])
    owner.inside("wallet", "new-hotkey", "-w", "alice", "-H", "second")
    owner.inside("subnets", "register", "--netuid", "1", *words)
    words = (*words, "--certificate", "0x01" + "ab" * 32)
    done = owner.inside(
        "axon", "set", "--netuid", "1", "--ip", "2001:db8::1", "--port", "9", *words
    )
    assert "its TLS certificate is published" in done.err
    assert "publishes [2001:db8::1]:9 on subnet 1." in done.out
