"""Which proxy a connection uses, with real proxies, real nodes and the real environment."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.sync.server import serve

from btsdk import AsyncClient, Client
from btsdk.drivers.blocking import WebSocket
from btsdk.drivers.proxies import ENVIRONMENT, is_here, proxy_for
from btsdk.errors import ConnectError, NetworkProxyError
from local_node import LocalChain
from local_node.fork.http import reached
from tests.unit.btsdk.drivers.connect_proxy import ConnectProxy
from tests.unit.btsdk.drivers.server import TinyNode
from tests.unit.btsdk.drivers.socks_proxy import SocksProxy

NAMES = ("ws_proxy", "wss_proxy", "socks_proxy", "http_proxy", "https_proxy", "all_proxy")
DEAD = "http://user:hunter2@127.0.0.1:9"
Asking = Callable[..., str]


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*NAMES, "no_proxy", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def node() -> Iterator[TinyNode]:
    with TinyNode().running() as node:
        yield node


def blocking(endpoint: str, proxy: str | None = ENVIRONMENT) -> str:
    with Client(endpoint, cache=False, proxy=proxy, connect_timeout=20) as client:
        return str(client.call("system_name"))


def asynchronous(endpoint: str, proxy: str | None = ENVIRONMENT) -> str:
    async def ask() -> str:
        async with AsyncClient(endpoint, cache=False, proxy=proxy, connect_timeout=20) as client:
            return str(await client.call("system_name"))

    return asyncio.run(ask())


both = pytest.mark.parametrize("ask", [blocking, asynchronous])


@both
@pytest.mark.parametrize("name", [*NAMES, *(name.upper() for name in NAMES)])
@pytest.mark.parametrize("value", [DEAD, "socks5://127.0.0.1:9", "::not a url::", "ftp://x"])
def test_an_endpoint_on_this_machine_uses_no_proxy(
    node: TinyNode, monkeypatch: pytest.MonkeyPatch, ask: Asking, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    monkeypatch.setenv("NO_PROXY", "elsewhere.example")
    assert ask(node.endpoint) == "tiny"
    assert ask(node.endpoint.replace("127.0.0.1", "localhost")) == "tiny"


@both
@pytest.mark.parametrize(
    "name", ["ws_proxy", "http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"]
)
def test_another_endpoint_is_reached_through_the_proxy(
    node: TinyNode, monkeypatch: pytest.MonkeyPatch, ask: Asking, name: str
) -> None:
    with ConnectProxy(node.endpoint, "p w").running() as proxy:
        monkeypatch.setenv(name, f"http://user:p%20w@{proxy.address}")
        assert ask("ws://node.example:9944") == "tiny"
        assert proxy.asked == ["CONNECT node.example:9944 HTTP/1.1"]


@both
def test_a_proxy_is_named_in_errors_without_its_password(
    monkeypatch: pytest.MonkeyPatch, ask: Asking
) -> None:
    monkeypatch.setenv("https_proxy", DEAD)
    with pytest.raises(ConnectError, match=r"through the proxy http://127\.0\.0\.1:9 ") as caught:
        ask("wss://node.example")
    assert "https_proxy" in str(caught.value)
    assert "hunter2" not in str(caught.value)


@both
def test_a_proxy_that_refuses_is_named(
    node: TinyNode, monkeypatch: pytest.MonkeyPatch, ask: Asking
) -> None:
    with ConnectProxy(node.endpoint, "right").running() as proxy:
        monkeypatch.setenv("all_proxy", f"http://user:wrong@{proxy.address}")
        with pytest.raises(ConnectError, match=f"through the proxy http://{proxy.address}.*407"):
            ask("ws://node.example")


@both
def test_a_proxy_can_be_turned_off_or_named(
    node: TinyNode, monkeypatch: pytest.MonkeyPatch, ask: Asking
) -> None:
    monkeypatch.setenv("all_proxy", DEAD)
    with pytest.raises(ConnectError) as caught:
        ask("ws://node.invalid", None)
    assert "proxy" not in str(caught.value)
    with ConnectProxy(node.endpoint).running() as proxy:
        assert ask("ws://node.invalid", f"http://{proxy.address}") == "tiny"
    with pytest.raises(NetworkProxyError, match="argument proxy"):
        ask("ws://node.invalid", "http://")


@both
@pytest.mark.parametrize("exempt", ["*", "invalid", ".invalid", "other, node.invalid:9944"])
def test_no_proxy_is_honoured(monkeypatch: pytest.MonkeyPatch, ask: Asking, exempt: str) -> None:
    monkeypatch.setenv("all_proxy", DEAD)
    monkeypatch.setenv("NO_PROXY", exempt)
    with pytest.raises(ConnectError) as caught:
        ask("ws://node.invalid:9944")
    assert "proxy" not in str(caught.value)


@both
@pytest.mark.parametrize(
    "value",
    [
        "http://", "http://hunter2:port", "http://u:hunter2@host:99999", "ftp://u:hunter2@host:1",
        "http://u:hunter2/x@host:1", "http://u:hunter2@host:1/path", "socks://u:hunter2@host:1",
        "http://u:hunter2@ho st:1", "http://u:hunter2@[::1", "http://u:hunter2@host:1?q", "://",
    ],
)  # fmt: skip
def test_a_value_that_is_no_proxy_names_its_variable(
    monkeypatch: pytest.MonkeyPatch, ask: Asking, value: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", value)
    with pytest.raises(NetworkProxyError, match=r"^ALL_PROXY ") as caught:
        ask("wss://node.example")
    error: BaseException | None = caught.value
    assert caught.value.hint is not None
    assert "NO_PROXY" in caught.value.hint
    while error is not None:
        assert "hunter2" not in f"{error} {getattr(error, 'hint', '')}"
        error = error.__cause__


def test_socks_needs_a_package_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("btsdk.drivers.proxies.find_spec", lambda name: None)
    monkeypatch.setenv("all_proxy", "socks5h://u:hunter2@proxy.example")
    with pytest.raises(
        NetworkProxyError, match=r"^all_proxy .*socks5h://proxy\.example:1080"
    ) as caught:
        blocking("wss://node.example")
    assert "Install python-socks[asyncio]" in str(caught.value.hint)


@both
@pytest.mark.parametrize("scheme", ["socks5h", "socks5", "socks4a"])
def test_a_socks_proxy_is_used(
    node: TinyNode, monkeypatch: pytest.MonkeyPatch, ask: Asking, scheme: str
) -> None:
    pytest.importorskip("python_socks")
    # Without the `h`, names are resolved here; an address needs no resolver.
    host = "192.0.2.7" if scheme == "socks5" else "node.example"
    with SocksProxy(node.endpoint).running() as proxy:
        monkeypatch.setenv("socks_proxy", f"{scheme}://{proxy.address}")
        assert ask(f"ws://{host}:9944") == "tiny"
        assert proxy.asked == [(host, 9944)]


@both
def test_a_socks_proxy_with_a_password(
    node: TinyNode, monkeypatch: pytest.MonkeyPatch, ask: Asking
) -> None:
    pytest.importorskip("python_socks")
    with SocksProxy(node.endpoint, "hunter2").running() as proxy:
        monkeypatch.setenv("all_proxy", f"socks5h://user:hunter2@{proxy.address}")
        assert ask("ws://node.example") == "tiny"
        assert proxy.asked == [("node.example", 80)]
        monkeypatch.setenv("all_proxy", f"socks5h://user:hunter3@{proxy.address}")
        with pytest.raises(
            ConnectError, match=f"through the proxy socks5h://{proxy.address}"
        ) as no:
            ask("ws://node.example")
        assert "hunter" not in str(no.value)


@both
def test_a_socks_proxy_that_refuses_is_named(
    node: TinyNode, monkeypatch: pytest.MonkeyPatch, ask: Asking
) -> None:
    pytest.importorskip("python_socks")
    with SocksProxy(node.endpoint, refusal=5).running() as proxy:
        monkeypatch.setenv("all_proxy", f"socks5h://{proxy.address}")
        with pytest.raises(ConnectError, match=f"through the proxy socks5h://{proxy.address}"):
            ask("ws://node.example")
    with pytest.raises(ConnectError, match=f"through the proxy socks5h://{proxy.address}"):
        ask("ws://node.example")  # nobody listens there any more


@both
@pytest.mark.parametrize("scheme", ["https", "socks5h"])
@pytest.mark.parametrize("secure", [False, True], ids=["ws", "wss"])
def test_a_proxy_over_tls_and_an_endpoint_over_tls(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ask: Asking, secure: bool, scheme: str
) -> None:
    certificate = _certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    node = TinyNode()
    with serve(
        node._handle, "127.0.0.1", 0, ssl=context if secure else None, close_timeout=0.2
    ) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        target = f"ws://127.0.0.1:{server.socket.getsockname()[1]}"
        proxy: ConnectProxy | SocksProxy = ConnectProxy(target, "hunter2", context)
        if scheme == "socks5h":
            pytest.importorskip("python_socks")
            proxy = SocksProxy(target, "hunter2")
        with proxy.running():
            monkeypatch.setenv("all_proxy", f"{scheme}://user:hunter2@{proxy.address}")
            endpoint = f"{'wss' if secure else 'ws'}://node.example"
            if secure and scheme == "https" and ask is blocking:
                with pytest.raises(NetworkProxyError, match="only an AsyncClient") as refused:
                    ask(endpoint)
                assert "hunter2" not in str(refused.value)
            else:
                assert ask(endpoint) == "tiny"
                assert len(proxy.asked) == 1
        server.shutdown()
        thread.join()


@both
def test_a_proxy_whose_certificate_nobody_trusts_is_not_used(
    node: TinyNode, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ask: Asking
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(tmp_path))
    with ConnectProxy(node.endpoint, tls=context).running() as proxy:
        monkeypatch.setenv("all_proxy", f"https://user:hunter2@{proxy.address}")
        with pytest.raises(ConnectError, match=r"(?i)certificate") as refused:
            ask("ws://node.example")
        assert "hunter2" not in str(refused.value)
        assert proxy.asked == []


@both
def test_a_secure_endpoint_is_tunnelled(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ask: Asking
) -> None:
    certificate = _certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    node = TinyNode()
    with serve(node._handle, "127.0.0.1", 0, ssl=context, close_timeout=0.2) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        target = f"wss://127.0.0.1:{server.socket.getsockname()[1]}"
        with ConnectProxy(target).running() as proxy:
            monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.address}")
            monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
            assert ask("wss://node.example") == "tiny"
            assert proxy.asked == ["CONNECT node.example:443 HTTP/1.1"]
        server.shutdown()
        thread.join()


def _certificate(folder: Path) -> Path:
    """A certificate for node.example and 127.0.0.1 that signs itself, with its key, in one file."""
    import datetime

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "node.example")])
    names = [x509.DNSName("node.example"), x509.IPAddress(ip_address("127.0.0.1"))]
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "node.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return file


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True), ("LOCALHOST.", True), ("a.localhost", True), ("127.0.0.1", True),
        ("127.255.1.2", True), ("127.1", True), ("::1", True), ("::ffff:127.0.0.1", True),
        ("0.0.0.0", True), ("128.0.0.1", False), ("localhost.example", False), ("::2", False),
        ("10.0.0.1", False),
    ],
)  # fmt: skip
def test_what_is_this_machine(host: str, expected: bool) -> None:
    assert is_here(host) is expected


@pytest.mark.parametrize(
    ("entries", "endpoint", "exempt"),
    [
        ("10.0.0.0/8", "ws://10.1.2.3:1", True), ("10.0.0.0/8", "ws://11.1.2.3:1", False),
        ("[fd00::1]:9944", "ws://[fd00::1]:9944", True), ("fd00::/8", "ws://[fd00::1]", True),
        ("[fd00::1]:9944", "ws://[fd00::1]:9945", False), ("a.b", "wss://xa.b", False),
        ("a.b:443", "wss://a.b", True), ("a.b:80", "wss://a.b", False),
        ("*.a.b", "ws://x.a.b", True),
        (" , ", "ws://a.b", False), ("A.B", "ws://a.b", True), ("", "ws://a.b", False),
    ],
)  # fmt: skip
def test_entries_of_no_proxy(
    monkeypatch: pytest.MonkeyPatch, entries: str, endpoint: str, exempt: bool
) -> None:
    monkeypatch.setenv("all_proxy", "proxy.example:3128")
    monkeypatch.setenv("no_proxy", entries)
    assert (proxy_for(endpoint) is None) is exempt


def test_which_variable_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("all_proxy", "http_proxy", "https_proxy", "ws_proxy"):
        monkeypatch.setenv(variable, f"{variable.replace('_', '-')}.example")
    assert str(proxy_for("ws://a.b")) == "http://ws-proxy.example:80"
    assert str(proxy_for("wss://a.b")) == "http://https-proxy.example:80"
    assert str(proxy_for("http://a.b")) == "http://http-proxy.example:80"
    monkeypatch.setenv("HTTPS_PROXY", "upper.example")
    monkeypatch.setenv("https_proxy", "")
    assert str(proxy_for("https://a.b")) == "http://all-proxy.example:80"
    monkeypatch.delenv("https_proxy")
    assert str(proxy_for("https://a.b")) == "http://upper.example:80"


def test_a_proxy_never_shows_its_password() -> None:
    proxy = proxy_for("ws://a.b", "http://user:hunter2@[fd00::1]:1")
    assert proxy is not None
    assert "hunter2" not in f"{proxy} {proxy!r}"
    assert (str(proxy), proxy.host, proxy.port) == ("http://[fd00::1]:1", "fd00::1", 1)
    assert proxy.credentials == ("user", "hunter2")


def _open_to_all(chain: LocalChain) -> int:
    """The port of a chain that is served whatever name it is called by."""
    port = urlsplit(chain.serve(host="0.0.0.0")).port
    assert port is not None
    return port


def test_substrateinterface_follows_the_same_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", DEAD)
    monkeypatch.setenv("NO_PROXY", "elsewhere.example")
    with LocalChain() as chain:
        endpoint = f"ws://127.0.0.1:{_open_to_all(chain)}"
        with Client(endpoint, cache=False) as client:
            assert client.substrate.rpc_request("system_chain", [])["result"] == chain.spec.name
        with ConnectProxy(endpoint, "secret").running() as proxy:
            monkeypatch.setenv("http_proxy", f"http://user:secret@{proxy.address}")
            with Client("ws://10.0.0.7:9944", cache=False) as client:
                assert client.substrate.rpc_request("system_health", [])["result"]
            assert proxy.asked == ["CONNECT 10.0.0.7:9944 HTTP/1.1"] * 2


def test_a_remote_over_http_follows_the_same_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", DEAD)
    monkeypatch.setenv("NO_PROXY", "elsewhere.example")
    with LocalChain() as chain:
        endpoint = f"http://127.0.0.1:{_open_to_all(chain)}"
        reached(endpoint, 20)
        with pytest.raises(
            ConnectError, match=r"through the proxy http://127\.0\.0\.1:9 "
        ) as caught:
            reached("http://node.example", 20)
        assert "hunter2" not in str(caught.value)
        with pytest.raises(ConnectError) as direct:
            reached("http://node.invalid", 20, proxy=None)
        assert "proxy" not in str(direct.value)
        with ConnectProxy(endpoint, "secret").running() as proxy:
            monkeypatch.setenv("HTTP_PROXY", f"http://user:secret@{proxy.address}")
            with LocalChain(fork="http://10.0.0.7:9944") as fork:
                assert fork.chain.genesis_hash == chain.chain.genesis_hash
            assert set(proxy.asked) == {"POST http://10.0.0.7:9944 HTTP/1.1"}
        monkeypatch.setenv("HTTP_PROXY", "socks5://user:hunter2@127.0.0.1:9")
        with pytest.raises(NetworkProxyError, match=r"^HTTP_PROXY "):
            reached("http://node.example", 20)


def test_a_websocket_alone_follows_the_same_rules(
    node: TinyNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", DEAD)
    WebSocket(node.endpoint, 20).close()
