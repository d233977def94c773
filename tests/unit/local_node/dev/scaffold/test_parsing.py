"""What is no scaffold."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from local_node.dev.scaffold import read_scaffold


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[accounts]", "not TOML"),
        ("subnet = 1", "no 'subnet'"),
        ("accounts = 1", "a list of tables"),
        ('[[accounts]]\nsecret = "//Alice"', "'name' is missing"),
        ('[[accounts]]\nname = "a"\nsecret = "//A"\nbalance = "1e3"', "1e3"),
        ("[[subnets]]\nowner = 1", "'owner' is missing"),
        ('[[subnets]]\nowner = "//A"\nnetuid = -1', "netuid must be a whole number"),
        (
            '[[subnets]]\nowner = "//A"\n[[subnets.neurons]]\ncoldkey = "//B"\nhotkey = "//C"\n'
            'weights = "some"',
            "weights must be",
        ),
    ],
)
def test_what_is_no_scaffold(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        read_scaffold(text, "mine.toml")
    assert str(caught.value).startswith("mine.toml")
