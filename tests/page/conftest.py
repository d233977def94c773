"""One Chromium for all tests here; a chain for each, served."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.page.browser import Browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    browser = Browser()
    yield browser
    browser.close()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browser]:
    """No test may leave the page with an error, a warning, or a request to anywhere else."""
    yield chromium
    assert chromium.noise == []
    hosts = {address.split("/")[2] for address in chromium.requests}
    assert len(hosts) == 1
    assert hosts.pop().startswith("127.0.0.1:")
