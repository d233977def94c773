"""Options of older versions for a proof of work."""

from __future__ import annotations

from tests.cli.running import Cli


def test_cuda_is_refused(cli: Cli) -> None:
    error = cli.inside("subnets", "pow-register", "--netuid", "1", "--cuda", "--json").error()
    assert error["code"] == "usage_error"
    assert "--processes" in error["hint"]
