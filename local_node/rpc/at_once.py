"""Which requests are answered where they come in: those whose answer lies in memory.

All others go to a worker. That costs two changes of threads, each of which waits until whoever
makes a block lets others run: more than a look into a dictionary should.
"""

from __future__ import annotations

import json
from typing import Any, Final

from local_node.chain.chain import Chain

_METHOD: Final = "state_getStorage"
_LONGEST: Final = 1024
"""Longer texts may hold many requests; reading one to find that out would hold up the others."""


def is_at_once(text: str | bytes, chain: Chain) -> bool:
    """Whether the text asks for an item of the best state, and memory has it."""
    if not isinstance(text, str) or len(text) > _LONGEST or _METHOD not in text:
        return False
    try:
        request = json.loads(text)
        key = bytes.fromhex(_only_key(request).removeprefix("0x"))
    except (ValueError, RecursionError):
        return False
    return chain.has_at_hand(key)


def _only_key(request: Any) -> str:
    """The key of a request that names no block; raises `ValueError` for any other request."""
    if isinstance(request, dict) and request.get("method") == _METHOD:
        params = request.get("params")
        if (
            isinstance(params, list)
            and params
            and isinstance(params[0], str)
            and not any(params[1:])
        ):
            return params[0]
    raise ValueError
