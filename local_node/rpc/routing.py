"""Where a request is answered: where it comes in, when its turn comes, or by a worker.

What lies in memory is answered where the request comes in: a worker costs two changes of threads,
each of which waits until whoever makes a block lets others run, and that is more than a look into a
dictionary should. Extrinsics are taken in one at a time whoever brings them: see `turns.py`.
"""

from __future__ import annotations

import json
from enum import Enum
from typing import Any, Final

from local_node.chain.chain import Chain

_READ: Final = "state_getStorage"
_SUBMISSIONS: Final = ('"author_submit', '"transactionWatch_v1_submit')
_LONGEST_READ: Final = 1024
"""Longer texts may hold many requests; reading one to find that out would hold up the others."""
_LONGEST_SUBMISSION: Final = 16 * 1024
"""Longer extrinsics may take long, and nobody should wait for them."""
_BEGINNING: Final = 256
"""How far into a text a submission's method is looked for: behind it are the extrinsic's bytes."""


class Route(Enum):
    """Who answers: whoever took the text in, the one whose turn it is, or any worker."""

    AT_ONCE = "at once"
    INTAKE = "intake"
    BESIDE = "beside"


def lane_of(text: str | bytes, chain: Chain) -> Route:
    """Where a text is answered. Any lane gives the same answer; it may only take longer."""
    if not isinstance(text, str):
        return Route.BESIDE
    if len(text) <= _LONGEST_SUBMISSION and _is_submission(text[:_BEGINNING]):
        return Route.INTAKE
    return Route.AT_ONCE if _is_at_hand(text, chain) else Route.BESIDE


def _is_submission(beginning: str) -> bool:
    """Whether a text that begins so brings one extrinsic; a batch may ask for other things, too."""
    return any(method in beginning for method in _SUBMISSIONS) and beginning.lstrip()[:1] == "{"


def _is_at_hand(text: str, chain: Chain) -> bool:
    """Whether the text asks for an item of the best state, and memory has it."""
    if len(text) > _LONGEST_READ or _READ not in text:
        return False
    try:
        request = json.loads(text)
        key = bytes.fromhex(_only_key(request).removeprefix("0x"))
    except (ValueError, RecursionError):
        return False
    return chain.has_at_hand(key)


def _only_key(request: Any) -> str:
    """The key of a request that names no block; raises `ValueError` for any other request."""
    if isinstance(request, dict) and request.get("method") == _READ:
        params = request.get("params")
        if (
            isinstance(params, list)
            and params
            and isinstance(params[0], str)
            and not any(params[1:])
        ):
            return params[0]
    raise ValueError
