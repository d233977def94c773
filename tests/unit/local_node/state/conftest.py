"""Property tests here are judged by what they find, not by the speed of a shared machine."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("local_node", deadline=None)
settings.load_profile("local_node")
