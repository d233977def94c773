"""The files of the page, with their security headers.

The names of subnets and the remarks of extrinsics are untrusted text. The script inserts them as
text only; if it ever failed to, the policy keeps a browser from running or loading any of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

Headers = list[tuple[bytes, bytes]]

_POLICY: Final = (
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "object-src 'none'"
)
_FILES: Final = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/index.html": ("index.html", "text/html; charset=utf-8"),
    "/style.css": ("style.css", "text/css; charset=utf-8"),
    "/explorer.js": ("explorer.js", "text/javascript; charset=utf-8"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
}


@dataclass(frozen=True)
class Resource:
    """One file as an HTTP resource."""

    body: bytes
    headers: Headers


@lru_cache(maxsize=len(_FILES))
def resource(path: str) -> Resource | None:
    """The file at a path of the node's port, None if the page has no such file."""
    if path not in _FILES:
        return None
    name, kind = _FILES[path]
    return Resource(Path(__file__).with_name(name).read_bytes(), _headers(kind))


def _headers(kind: str) -> Headers:
    return [
        (b"content-type", kind.encode()),
        (b"content-security-policy", _POLICY.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"cache-control", b"no-cache"),
    ]
