"""The names of the package itself, which are imported on demand."""

from __future__ import annotations

import subprocess
import sys

import pytest

import local_node
from local_node.embedded.local_chain import LocalChain
from local_node.fork.options import Fork


def test_the_public_names() -> None:
    assert local_node.LocalChain is LocalChain
    assert local_node.Fork is Fork
    assert set(local_node.__all__) == {"LocalChain", "Fork"}


def test_any_other_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'local_node' has no attribute 'Chain'"):
        local_node.Chain  # noqa: B018  # type: ignore[attr-defined]


def test_importing_the_package_loads_no_room() -> None:
    code = (
        "import sys, local_node\n"
        "assert not [name for name in sys.modules if name.startswith('local_node.')]\n"
        "local_node.Fork\n"
        "assert 'local_node.fork.options' in sys.modules\n"
        "assert 'local_node.chain.chain' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
