"""A small real SOCKS proxy: CONNECT of SOCKS5, with or without a password, and of SOCKS4a."""

from __future__ import annotations

import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from tests.unit.btsdk.drivers.connect_proxy import _pump

_IPV4, _NAME, _IPV6 = 1, 3, 4


class SocksProxy:
    """`asked` is what clients wanted to reach: name or address, and port. `target` is reached."""

    def __init__(self, target: str, password: str | None = None, refusal: int = 0) -> None:
        parts = urlsplit(target)
        self.target = (parts.hostname, parts.port)
        self.password = password
        self.refusal = refusal
        self.asked: list[tuple[str, int]] = []
        self.address = ""

    @contextmanager
    def running(self) -> Iterator[SocksProxy]:
        proxy = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                proxy.serve(self.request)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            block_on_close = False

        with Server(("127.0.0.1", 0), Handler) as server:
            self.address = f"127.0.0.1:{server.server_address[1]}"
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            try:
                yield self
            finally:
                server.shutdown()
                thread.join()

    def serve(self, client: socket.socket) -> None:
        version = _take(client, 1)[0]
        opened = self._socks5(client) if version == 5 else self._socks4(client)
        if opened:
            with socket.create_connection(self.target) as upstream:
                _pump(client, upstream)

    def _socks5(self, client: socket.socket) -> bool:
        _take(client, _take(client, 1)[0])
        if self.password is not None:
            client.sendall(b"\x05\x02")
            _take(client, 1)
            user = _take(client, _take(client, 1)[0])
            password = _take(client, _take(client, 1)[0]).decode()
            right = (user, password) == (b"user", self.password)
            client.sendall(b"\x01\x00" if right else b"\x01\x01")
            if not right:
                return False
        else:
            client.sendall(b"\x05\x00")
        kind = _take(client, 4)[3]
        if kind == _NAME:
            host = _take(client, _take(client, 1)[0]).decode()
        elif kind == _IPV4:
            host = socket.inet_ntoa(_take(client, 4))
        else:
            host = socket.inet_ntop(socket.AF_INET6, _take(client, 16))
        self.asked.append((host, struct.unpack("!H", _take(client, 2))[0]))
        client.sendall(bytes([5, self.refusal, 0, _IPV4, 0, 0, 0, 0, 0, 0]))
        return not self.refusal

    def _socks4(self, client: socket.socket) -> bool:
        _take(client, 1)
        port = struct.unpack("!H", _take(client, 2))[0]
        address = _take(client, 4)
        _until_null(client)
        named = address[:3] == b"\0\0\0" and address[3]
        host = _until_null(client).decode() if named else socket.inet_ntoa(address)
        self.asked.append((host, port))
        client.sendall(bytes([0, 0x5B if self.refusal else 0x5A, 0, 0, 0, 0, 0, 0]))
        return not self.refusal


def _take(client: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = client.recv(size - len(data))
        if not more:
            raise ConnectionError("the client closed the connection")
        data += more
    return data


def _until_null(client: socket.socket) -> bytes:
    data = b""
    while (one := _take(client, 1)) != b"\0":
        data += one
    return data
