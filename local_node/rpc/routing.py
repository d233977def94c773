"""The routing of a request: to the sockets' thread, to a turn, or to a worker.

Reads from memory are answered in the sockets' thread: a worker costs two changes of threads, each
of which waits until the thread that makes a block lets others run. Extrinsics are validated one at
a time, in turns (`server.submission_queue`).
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

from btsdk.hexadecimal import from_hex
from local_node.chain.chain import Chain
from local_node.rpc.request import Request

_READ: Final = "state_getStorage"
_SUBMISSIONS: Final = frozenset(
    {
        "author_submitAndWatchExtrinsic",
        "author_submitExtrinsic",
        "transactionWatch_v1_submitAndWatch",
    }
)


class Route(Enum):
    """The place where a request is answered."""

    INLINE = "inline"
    SUBMISSION = "submission"
    WORKER = "worker"


def route_of(request: Request, chain: Chain) -> Route:
    """Where to answer a request. The answer is the same everywhere, but may take longer."""
    single = request.single
    if single is None:
        return Route.WORKER
    method = single.get("method")
    if method == _READ:
        return Route.INLINE if _is_in_memory(single, chain) else Route.WORKER
    is_submission = isinstance(method, str) and method in _SUBMISSIONS
    return Route.SUBMISSION if is_submission else Route.WORKER


def _is_in_memory(request: dict[str, Any], chain: Chain) -> bool:
    """Whether a storage read is of the best state, and the value is in memory."""
    params = request.get("params")
    if not isinstance(params, list) or not params or any(params[1:]):
        return False
    key = params[0]
    if not isinstance(key, str):
        return False
    try:
        return chain.has_at_hand(from_hex(key))
    except ValueError:
        return False
