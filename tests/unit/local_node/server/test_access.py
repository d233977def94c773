"""Which pages a port is told to allow, and when unsafe methods are served."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from local_node.server.access import Access, is_loopback, read_origins


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("http://app.example:3000", {"http://app.example:3000"}),
        ("https://Polkadot.js.org/", {"https://polkadot.js.org"}),
        ("https://a.example:443,http://b.example:80", {"https://a.example", "http://b.example"}),
        ("https://a.example:80", {"https://a.example:80"}),
        ("http://[2001:db8::1]:8080", {"http://[2001:db8::1]:8080"}),
        ("chrome-extension://abcdef", {"chrome-extension://abcdef"}),
        ("all", {"*"}),
        ("*", {"*"}),
        ("null", {"null"}),
        (" , ", set()),
    ],
)
def test_origins_are_read_as_browsers_write_them(text: str, origins: set[str]) -> None:
    assert read_origins([text]) == origins


@pytest.mark.parametrize(
    "text",
    [
        "app.example",
        "http://",
        "http://a.example/path",
        "http://*.example",
        "http://user@a.example",
        "http://a.example:port",
        "http://a b",
        "//a.example",
        "http://a.example?x",
    ],
)
def test_what_is_no_origin_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--allow-origin"):
        read_origins([text])


@pytest.mark.parametrize(
    ("address", "is_local"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("2001:db8::1", False),
    ],
)
def test_unsafe_methods_stay_on_this_machine_unless_told_otherwise(
    address: str, is_local: bool
) -> None:
    assert is_loopback(address) is is_local
    assert Access().serves_unsafe(address) is is_local
    assert not Access(methods="safe").serves_unsafe(address)
    assert Access(methods="unsafe").serves_unsafe(address)
