"""Which passwords are named weak."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from btsdk.wallet.password_strength import weakness
from btsdk.wallet.passwords import FirstOf, FromFile, Given, Prompt, for_new

KEYFILE = Path("/w/coldkey")
STRONG = "turbid-okapi-vellum-squint-41"


@pytest.mark.parametrize(
    "password", ["xq", "letmein", "P@ssw0rd", "qwertyuiop", "xyzxyzxyz", "19900101", "a" * 500]
)
def test_weak(password: str) -> None:
    told = weakness(password)
    assert told is not None
    assert told.startswith("The password is weak. ")
    assert password not in told


@pytest.mark.parametrize(
    "password", [STRONG, "Überraschung-zäh-Möwe-93", STRONG * 20, "\U0001f511§λж шифр кузнечик"]
)
def test_not_weak(password: str) -> None:
    assert weakness(password) is None


def test_a_weak_password_is_named_and_taken(tmp_path: Path) -> None:
    file = tmp_path / "password"
    for password, remarks in (("qwertyuiop", 1), (STRONG, 0)):
        file.write_text(password)
        told: list[str] = []
        assert for_new(FirstOf(FromFile(file), say=told.append), KEYFILE) == password
        assert len(told) == remarks
        assert password not in "".join(told)


def test_a_prompt_names_it_once_before_it_is_repeated() -> None:
    asked: list[str] = []
    told: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return "qwertyuiop"

    prompt = FirstOf(Prompt(ask, told.append), say=told.append)
    assert for_new(prompt, KEYFILE) == "qwertyuiop"
    assert "The password is weak" in asked[1]
    assert told == []


def test_opening_a_key_loads_no_estimator() -> None:
    script = (
        "import sys; from pathlib import Path; from btsdk.wallet import passwords; "
        "passwords.unlock(passwords.Given('p'), Path('k'), lambda p: p); "
        "assert 'zxcvbn' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    assert Given("p").password(KEYFILE, new=False) == "p"
