"""Weak passwords, by the estimator zxcvbn. A weak password can still be chosen."""

from __future__ import annotations

_LONGEST = 72
"""Characters that the estimator takes; longer passwords are judged by their beginning."""

_SAFE = 3
"""zxcvbn's "safely unguessable" offline with a slow hash: at least 10^8 guesses."""


def weakness(password: str) -> str | None:
    """Why a password is weak, in a sentence without the password; None if it is not."""
    # The import costs 45 ms, and only a new password needs it.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    judged = password[:_LONGEST]
    if not judged:
        return None
    found = zxcvbn(judged)
    if found["score"] >= _SAFE:
        return None
    reason = found["feedback"]["warning"] or "It is easy to guess."
    return f"The password is weak. {reason}"
