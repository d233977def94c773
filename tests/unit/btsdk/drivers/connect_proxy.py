"""A small real HTTP proxy: CONNECT tunnels, and requests with an absolute URL."""

from __future__ import annotations

import base64
import select
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit


class ConnectProxy:
    """`asked` are the first lines of requests. Whatever name is asked for, `target` is reached,
    so that a test may use names that nobody resolves. `password` has to be given, if there is one.
    With `tls` it speaks TLS to its clients, as an `https://` proxy.
    """

    def __init__(
        self, target: str, password: str | None = None, tls: ssl.SSLContext | None = None
    ) -> None:
        self.tls = tls
        parts = urlsplit(target)
        self.target = (parts.hostname, parts.port)
        self.password = password
        self.asked: list[str] = []
        self.address = ""

    @contextmanager
    def running(self) -> Iterator[ConnectProxy]:
        proxy = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                client = self.connection
                if proxy.tls is not None:
                    try:
                        client = proxy.tls.wrap_socket(client, server_side=True)
                    except (ssl.SSLError, OSError):
                        return  # a client that does not trust the certificate
                with client:
                    proxy.serve(client)

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
        head = b""
        while b"\r\n\r\n" not in head:
            data = client.recv(4096)
            if not data:
                return
            head += data
        line = head.split(b"\r\n", 1)[0].decode()
        self.asked.append(line)
        wanted = base64.b64encode(f"user:{self.password}".encode())
        if self.password is not None and wanted not in head:
            client.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
            return
        with socket.create_connection(self.target) as upstream:
            if line.startswith("CONNECT "):
                client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                method, url, version = line.split(" ")
                first = f"{method} {urlsplit(url).path or '/'} {version}"
                upstream.sendall(first.encode() + head[len(line) :])
            _pump(client, upstream)


def _pump(one: socket.socket, other: socket.socket) -> None:
    ways = {one: other, other: one}
    while True:
        held = [way for way in ways if isinstance(way, ssl.SSLSocket) and way.pending()]
        for ready in held or select.select(list(ways), [], [])[0]:
            data = ready.recv(65536)
            if not data:
                return
            ways[ready].sendall(data)
