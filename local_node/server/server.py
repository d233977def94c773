"""A server of a chain on a port, in a thread of its own.

The port is bound before the thread starts, so that a port in use is an error of the caller, and the
endpoint is known at once.
"""

from __future__ import annotations

import contextlib
import gc
import sys
import threading
from typing import TYPE_CHECKING

from btsdk.errors import ConnectError
from btsdk.forks import in_child, keep, silence
from local_node.rpc.dispatch import Dispatcher
from local_node.server.access import LOOPBACK, Access, is_loopback

if TYPE_CHECKING:
    import socket

    import uvicorn

    from local_node.server.metrics.watch import Watch

WORKERS = 64
"""The most workers for one client; those that wait for a block must not keep out readers."""
_SWITCH_S = 0.0001
"""How long a thread that makes a block may keep the others waiting; Python's default is 5 ms."""
_FULL_COLLECTIONS = 100
"""How many young collections run before a full one: with a full pool a full collection stops every
thread for tens of milliseconds and finds next to nothing. Python's default is 10.
"""
_STOP_S = 5.0
_PING_S = 30.0


class Server:
    """WebSocket and HTTP on one port. `port` 0 takes a free one; `access` says who may use it.

    A second port of the same chain shares the `watch` of the first.
    """

    def __init__(
        self,
        dispatcher: Dispatcher,
        host: str = LOOPBACK,
        port: int = 0,
        access: Access = Access(),
        watch: Watch | None = None,
    ) -> None:
        # Imported here: a chain without a port needs none of this.
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

        from local_node.server.metrics.watch import Watch  # noqa: PLC0415

        self._socket = _bind(host, port)
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="rpc")
        bound = self._socket.getsockname()
        name = f"[{bound[0]}]" if ":" in bound[0] else bound[0]
        self.port: int = bound[1]
        self.endpoint = f"ws://{name}:{self.port}"
        self._dispatcher = dispatcher
        self.watch = Watch(dispatcher) if watch is None else watch
        self._host = host
        self._address: str = bound[0]
        self._access = access
        self.is_exposed = not is_loopback(self._address)
        self.serves_unsafe = access.serves_unsafe(self._address)
        self._server: uvicorn.Server | None = None
        in_child(self, Server._inherited)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rpc-server", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close every connection and the port."""
        self._stopped.set()
        if self._server is not None:
            self._server.should_exit = True
        self._thread.join(_STOP_S)
        self.watch.stop()
        self._workers.shutdown(wait=False, cancel_futures=True)
        with contextlib.suppress(OSError):
            self._socket.close()

    def _inherited(self) -> None:
        """In a child process: close the port and the connections, which are the parent's."""
        keep(self)
        held = () if self._server is None else list(self._server.server_state.connections)
        for connection in held:
            transport = getattr(connection, "transport", None)
            peer = None if transport is None else transport.get_extra_info("socket")
            if peer is not None and peer.fileno() >= 0:
                silence(peer.fileno())
        silence(self._socket.fileno())

    def _run(self) -> None:
        # Imported in this thread: it takes longer than opening the chain.
        import uvicorn  # noqa: PLC0415

        from local_node.server.asgi import Application  # noqa: PLC0415
        from local_node.server.connection import Handlers  # noqa: PLC0415
        from local_node.server.gate import Gate  # noqa: PLC0415
        from local_node.server.memory_limit import MAX_INCOMING, MAX_OUTGOING, MemoryLimit  # noqa: PLC0415
        from local_node.server.protocols import Config  # noqa: PLC0415
        from local_node.server.submission_queue import SubmissionQueue  # noqa: PLC0415

        sys.setswitchinterval(_SWITCH_S)
        gc.freeze()  # the runtime lives as long as the process: no collection need scan it again
        gc.set_threshold(*gc.get_threshold()[:2], _FULL_COLLECTIONS)
        submissions = SubmissionQueue(self._dispatcher.rpc.chain.held_if_free, self._workers)
        limits = self._dispatcher.rpc.limits
        gate = Gate(self._access, self._address, self._host)
        handlers = Handlers(
            self._dispatcher.handle,
            self._dispatcher.route_of,
            submissions,
            self._workers,
            MemoryLimit(MAX_INCOMING),
            MemoryLimit(MAX_OUTGOING),
            self.serves_unsafe,
        )
        config = Config(
            Application(handlers, self.watch, gate, limits.request_size),
            limits,
            handlers.incoming,
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            # No compression: a few bytes could expand to megabytes, and most clients are local.
            ws_per_message_deflate=False,
            proxy_headers=False,
            ws_ping_interval=_PING_S,
            ws_ping_timeout=_PING_S,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        if not self._stopped.is_set():  # the chain may have been closed during the imports
            self._server.run(sockets=[self._socket])


def _bind(host: str, port: int) -> socket.socket:
    import socket  # noqa: PLC0415 - most chains in a process never have a port

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio turns Nagle's algorithm off: without it, a notification
    # right after a reply would wait for the client's delayed acknowledgement.
    server = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((host, port))
        server.listen(1024)
    except (OSError, OverflowError) as error:
        server.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise ConnectError(
            f"{host}:{port}",
            f"cannot listen: {reason}",
            hint="If another program uses the port, stop it, or choose one with --port (0: any).",
        ) from error
    return server
