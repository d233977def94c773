"""A `SubstrateInterface` for the endpoint of a client."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.errors import InteropError
from btsdk.interop import substrate


def test_without_an_endpoint_no_substrate_interface() -> None:
    with pytest.raises(InteropError) as raised:
        substrate("/home/somebody/chain.db")
    assert "node start" in (raised.value.hint or "")


def test_a_proxy_that_the_library_cannot_use_is_refused() -> None:
    with pytest.raises(InteropError, match="through the proxy") as raised:
        substrate("wss://node.example:443", "https://user:secret@proxy.example:3128")
    assert "https://proxy.example:3128" in str(raised.value)
    assert "secret" not in str(raised.value)
    assert "http://" in (raised.value.hint or "")


def test_a_package_of_the_same_name_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`cyscale` installs itself as `scalecodec`."""
    found = tmp_path / "cyscale-0.1.dist-info"
    found.mkdir()
    (found / "METADATA").write_text("Metadata-Version: 2.1\nName: cyscale\nVersion: 0.1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(InteropError, match="cyscale has taken the name scalecodec") as raised:
        substrate("ws://127.0.0.1:9")
    assert "pip uninstall cyscale" in (raised.value.hint or "")
