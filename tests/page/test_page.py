"""The explorer as people use it: in Chromium, at a desk and on a phone, while the chain goes on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

from btsdk import Batch, CreateSubnet, RawCall, SetWeights, SubnetIdentity, Tao, Transfer
from btsdk.errors import DispatchError
from btsdk.keys import Keypair
from local_node.chain.modes import Instant, Manual
from local_node.dev.scaffold import read_scaffold
from local_node.embedded.local_chain import LocalChain
from tests.node_process import NodeProcess
from tests.page.browser import Browser
from tests.wire import wire

pytestmark = [pytest.mark.peer, pytest.mark.slow]

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
EVIL = "<img src=x onerror=alert(1)>"
EVIL_NETUID = 3
PHONE = {"width": 360, "height": 740}
SCAFFOLD = """
[[accounts]]
name = "alice"
secret = "//Alice"
balance = "5000"

[[subnets]]
owner = "alice"
hotkey = "//Alice//subnet"
settings = { Tempo = 50 }

[[subnets.neurons]]
count = 63
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//hot"
stake = "10"
weights = { 0 = 1, 7 = 3 }
"""
NETUID, NEURONS = 2, 64


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    """A subnet of 64, and a subnet, a remark and a batch by somebody who means no good."""
    with LocalChain(scaffold=read_scaffold(SCAFFOLD)) as made:
        client, bob = made.client, BOB.ss58_address
        identity = SubnetIdentity(EVIL, github_repo="javascript:alert(2)", description=EVIL)
        client.execute(CreateSubnet(ALICE.ss58_address, identity), ALICE)
        client.execute(RawCall("System", "remark_with_event", {"remark": EVIL.encode()}), ALICE)
        client.execute(Batch([Transfer(bob, Tao.parse("1.5"))]), ALICE)
        with pytest.raises(DispatchError):
            client.execute(Transfer(bob, Tao.parse("1000000")), ALICE)
        made.chain.mode = Manual()
        yield made


@pytest.fixture
def url(chain: LocalChain) -> str:
    return "http" + chain.serve().removeprefix("ws") + "/"


def numbers(browser: Browser) -> list[int]:
    """The blocks of the list, from the top."""
    return [int(text.lstrip("#").replace(",", "")) for text in browser.texts(".rows .number")]


def is_live(browser: Browser) -> bool:
    return browser.text("#link") == "live"


def heading(browser: Browser) -> str:
    return browser.text("h1")


# Blocks


def test_blocks_come_by_themselves(chain: LocalChain, url: str, browser: Browser) -> None:
    browser.open(url)
    best = chain.chain.best.number
    assert browser.until(numbers)[0] == best
    assert "Bittensor dev" in browser.text("header")
    chain.advance(3)
    browser.until(lambda page: numbers(page)[0] == best + 3)
    chain.advance(40)
    browser.until(lambda page: numbers(page)[0] == best + 43)
    assert len(numbers(browser)) == 25
    browser.click("text=older →")
    browser.until(lambda page: heading(page) == "Older blocks")
    assert numbers(browser)[0] == best + 43 - 25


def test_retracted_blocks_vanish(chain: LocalChain, url: str, browser: Browser) -> None:
    browser.open(url)
    best = chain.chain.best.number
    browser.until(numbers)
    before = chain.snapshot()
    chain.advance(4)
    browser.until(lambda page: numbers(page)[0] == best + 4)
    left = "0x" + chain.chain.best.hash.hex()
    chain.revert(before)
    browser.until(lambda page: numbers(page)[0] == best)
    assert "4 blocks retracted" in browser.text(".note")
    browser.go(f"#/block/{left}")
    assert "retracted" in browser.until(lambda page: page.text(".warning"))
    with wire(chain.serve()) as node:
        node.call("dev_setHead", -2)
    browser.go("#/")
    browser.until(lambda page: numbers(page)[:1] == [best - 2])


def test_what_is_not_final_says_so(chain: LocalChain, url: str, browser: Browser) -> None:
    chain.chain.set_finality_lag(2)
    try:
        chain.advance(4)
        best = chain.chain.best.number
        browser.open(url)
        browser.until(lambda page: "not final" in page.text(".rows"))
        assert f"final up to #{best - 2}" in browser.text(".cards")
        assert browser.text(".rows").count("not final") == 2
        chain.control.finalize()
        browser.until(lambda page: "not final" not in page.text(".rows"))
    finally:
        chain.chain.set_finality_lag(0)


def test_an_extrinsic_with_its_events(chain: LocalChain, url: str, browser: Browser) -> None:
    batch = next(it for it in activity(chain) if it["name"] == "batch_all")
    browser.open(f"{url}#/block/{batch['block']}/{batch['index']}")
    card = f'[data-key="{batch["hash"]}"]'
    words = browser.until(lambda page: page.text(card))
    assert "Utility.batch_all" in words
    assert "Balances.transfer_keep_alive" in words
    assert "τ1.5" in words
    assert "System.ExtrinsicSuccess" in words
    assert browser.js(f"document.querySelector('{card}').open")
    browser.click("text=← parent")
    browser.until(lambda page: heading(page) == f"Block #{batch['number'] - 1}")


def test_a_failure_names_its_error(chain: LocalChain, url: str, browser: Browser) -> None:
    failed = next(it for it in activity(chain) if it["success"] is False)
    browser.open(f"{url}#/block/{failed['number']}")
    browser.until(lambda page: "Token.FundsUnavailable" in page.text("main"))


def test_a_block_that_is_yet_to_come(chain: LocalChain, url: str, browser: Browser) -> None:
    browser.open(f"{url}#/block/{chain.chain.best.number + 1}")
    browser.until(lambda page: heading(page) == "There is no such block")
    chain.advance(1)
    browser.until(lambda page: heading(page) == f"Block #{chain.chain.best.number}")


# Accounts and subnets


def test_an_account_follows_the_chain(chain: LocalChain, url: str, browser: Browser) -> None:
    browser.open(f"{url}#/account/{BOB.ss58_address}")
    browser.until(lambda page: "batch_all" in page.text("main"))
    chain.set_balance(BOB.ss58_address, Tao.parse("1234567.000000001"))
    browser.until(lambda page: "τ1,234,567.000000001" in page.text(".cards"))


def test_a_metagraph_in_any_order(chain: LocalChain, url: str, browser: Browser) -> None:
    browser.open(f"{url}#/subnet/{NETUID}")
    browser.until(lambda page: len(page.texts("tbody tr")) == NEURONS)

    def stakes() -> list[float]:
        cells = browser.texts("tbody tr td:nth-child(5)")
        return [float(cell.strip("τ<").replace(",", "")) for cell in cells]

    browser.click("th:nth-child(5) button")
    browser.until(lambda page: stakes() == sorted(stakes(), reverse=True))
    browser.click("th:nth-child(5) button")
    browser.until(lambda page: stakes() == sorted(stakes()))
    assert browser.js("document.querySelector('th:nth-child(5)').ariaSort") == "ascending"
    chain.advance(1)
    browser.until(lambda page: stakes() == sorted(stakes()))  # news keep the order


def test_the_heat_map(chain: LocalChain, url: str, browser: Browser) -> None:
    browser.open(f"{url}#/subnet/{NETUID}")
    browser.until(lambda page: page.text("#most") == "75.00 %")
    row = browser.js(
        "[...document.querySelector('canvas').getContext('2d')"
        f".getImageData(0, 1, {NEURONS}, 1).data].filter((_, at) => at % 4 === 3)"
    )
    nothing, little, much = row[1], row[0], row[7]
    assert nothing == 0
    assert 0 < little < much == 255
    assert browser.js("document.querySelector('canvas').width") == NEURONS
    side = browser.js("document.querySelector('canvas').clientWidth")
    browser.hover("canvas", 7.5 * side / NEURONS, 1.5 * side / NEURONS)
    browser.until(lambda page: page.text("#cell").startswith("uid 1 gives uid 7 75.00 %"))
    browser.js("document.querySelector('canvas').focus()")
    browser.press("ArrowDown", "ArrowLeft")
    assert browser.text("#cell") == "uid 2 gives uid 6 nothing"


def test_what_others_wrote_stays_text(chain: LocalChain, url: str, browser: Browser) -> None:
    remark = next(it for it in activity(chain) if it["name"] == "remark_with_event")
    browser.open(f"{url}#/subnets")
    browser.until(lambda page: EVIL in page.text("tbody"))
    for route in (
        f"#/subnet/{EVIL_NETUID}",
        f"#/block/{remark['block']}/{remark['index']}",
        f"#/search/{EVIL}",
    ):
        browser.go(route)
        browser.until(lambda page: EVIL in page.text("main"))
        assert browser.js("document.querySelectorAll('main img, main script').length") == 0
        targets = browser.js(
            "[...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))"
        )
        assert all(target.startswith("#") for target in targets)


def activity(chain: LocalChain) -> list[dict[str, Any]]:
    """What Alice did, newest first."""
    found = chain.client.call("explorer_activity", ALICE.ss58_address)
    return list(found["extrinsics"])


def test_inherents_are_shown_on_request(chain: LocalChain, url: str, browser: Browser) -> None:
    chain.advance(2)
    browser.open(url)
    browser.until(numbers)
    assert "announce_next_key" not in browser.text(".rows")
    assert browser.texts(".rows .counts")[0].startswith("empty")
    browser.click("text=Show inherents")
    browser.until(lambda page: "announce_next_key" in page.text(".rows"))
    assert "extrinsics" in browser.texts(".rows .counts")[0]
    browser.click("text=Hide inherents")
    browser.until(lambda page: "announce_next_key" not in page.text(".rows"))
    browser.go(f"#/block/{chain.chain.best.number}")
    browser.until(lambda page: heading(page).startswith("Block"))
    assert "announce_next_key" not in browser.text("main")
    browser.go(f"#/block/{chain.chain.best.number}/0")  # the timestamp itself
    browser.until(lambda page: "Timestamp.set" in page.text("main"))
    assert "announce_next_key" not in browser.text("main")


def test_the_root_network_shows_no_epoch(url: str, browser: Browser) -> None:
    browser.open(f"{url}#/subnets")
    rows = browser.until(lambda page: page.texts("tbody tr"))
    assert browser.texts("tbody tr td:nth-child(7)")[0] == "none"
    assert " / " in rows[1]
    browser.go("#/subnet/0")
    browser.until(lambda page: "none" in page.text(".cards"))


@pytest.mark.parametrize("route", ["account", "search"])
def test_a_mistyped_address_says_what_is_wrong(route: str, url: str, browser: Browser) -> None:
    browser.open(f"{url}#/{route}/{ALICE.ss58_address[:-1]}X")
    browser.until(lambda page: heading(page) == "No such address")
    assert "its checksum does not match" in browser.text("main")


@pytest.mark.parametrize(
    ("route", "title"), [("subnet/abc", "No such subnet"), ("block/xyz", "No such block")]
)
def test_what_is_no_name_is_called_so(route: str, title: str, url: str, browser: Browser) -> None:
    browser.open(f"{url}#/{route}")
    browser.until(lambda page: heading(page) == title)


def test_how_far_the_clock_is_ahead(chain: LocalChain, url: str, browser: Browser) -> None:
    chain.client.call("dev_timeTravel", int(time.time() * 1000) + 2_771_061_000)
    chain.advance(1)
    browser.open(url)
    browser.until(lambda page: "32 days 1 hour ahead of the clock" in page.text(".cards"))


def test_equal_weights_are_no_dark_square(browser: Browser) -> None:
    even = ", ".join(f"{uid} = 1" for uid in range(4))
    scaffold = SCAFFOLD.replace("0 = 1, 7 = 3", even).replace("count = 63", "count = 3")
    with LocalChain(scaffold=read_scaffold(scaffold)) as chain:
        browser.open("http" + chain.serve().removeprefix("ws") + f"/#/subnet/{NETUID}")
        browser.until(lambda page: page.text("#least") == "all equal")
        assert browser.text("#most") == "25.00 %"
        strengths = browser.js(
            "[...document.querySelector('canvas').getContext('2d')"
            ".getImageData(0, 1, 4, 1).data].filter((_, at) => at % 4 === 3)"
        )
        assert len(set(strengths)) == 1
        assert 64 < strengths[0] < 192


def test_pending_commitments_are_no_silence(browser: Browser) -> None:
    scaffold = SCAFFOLD.replace("weights = { 0 = 1, 7 = 3 }", "").replace("count = 63", "count = 3")
    scaffold = scaffold.replace(
        "Tempo = 50", "Tempo = 20, CommitRevealWeightsEnabled = true, WeightsSetRateLimit = 0"
    )
    with LocalChain(scaffold=read_scaffold(scaffold), beacon=False) as chain:
        url = "http" + chain.serve().removeprefix("ws") + "/"
        browser.open(f"{url}#/subnet/{NETUID}")
        browser.until(lambda page: "Nobody has set weights yet." in page.text("main"))
        hotkey = Keypair.from_uri("//Miner1//hot")
        chain.client.execute(SetWeights(NETUID, [0, 1], [1, 1]), hotkey)
        words = browser.until(lambda page: page.text(".pending"))
        assert "1 commit of weights is pending:" in words
        assert "the chain reveals it from block #" in words
        assert "No recent pulse of the beacon is on this chain" in words
        assert "Nobody has set weights yet." not in browser.text("main")


def test_the_metagraph_fits_a_laptop(chain: LocalChain, url: str, browser: Browser) -> None:
    address = {"ip": int(ip_address("203.113.213.113")), "port": 65_535, "ip_type": 4}
    unused = {"version": 1, "protocol": 0, "placeholder1": 0, "placeholder2": 0}
    chain.chain.mode = Instant()
    serve = RawCall("SubtensorModule", "serve_axon", {"netuid": NETUID, **address, **unused})
    chain.client.execute(serve, Keypair.from_uri("//Miner1//hot"))
    browser.open(f"{url}#/subnet/{NETUID}")
    browser.until(lambda page: "203.113.213.113:65535" in page.text("tbody").replace("\n", ""))
    region = "document.querySelector('[aria-label=metagraph]')"
    assert browser.js(f"{region}.scrollWidth <= {region}.clientWidth")


# Finding


def test_search_goes_where_one_wants(chain: LocalChain, url: str, browser: Browser) -> None:
    browser.open(url)
    browser.until(numbers)

    def search(text: str) -> None:
        browser.press("/")
        browser.type("#query", text)
        browser.press("Enter")

    search(ALICE.ss58_address)
    browser.until(lambda page: ALICE.ss58_address in page.text(".full"))
    best = chain.chain.best
    search("0x" + best.hash.hex())
    browser.until(lambda page: heading(page) == f"Block #{best.number}")
    search("2")
    browser.until(lambda page: heading(page) == "2 results")
    assert browser.texts(".results a") == ["Block #2", "Subnet 2: omron"]
    search("no such thing")
    browser.until(lambda page: heading(page) == "Nothing found")


# Wherever it is read


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone(
    chain: LocalChain, url: str, browser: Browser, scheme: str, tmp_path: Path
) -> None:
    browser.open(url, **PHONE, scheme=scheme)
    batch = next(it for it in activity(chain) if it["name"] == "batch_all")
    for route in (
        "#/",
        f"#/block/{batch['block']}/{batch['index']}",
        f"#/account/{ALICE.ss58_address}",
        "#/subnets",
        f"#/subnet/{NETUID}",
        f"#/subnet/{EVIL_NETUID}",
    ):
        browser.go(route)
        browser.until(lambda page: page.js("!document.querySelector('main[aria-busy]')"))
        assert browser.js("document.documentElement.scrollWidth") == PHONE["width"], route
    browser.picture(tmp_path / "phone.png")
    assert (tmp_path / "phone.png").stat().st_size > 1000


def test_the_reader_chooses_the_colours(url: str, browser: Browser) -> None:
    ink = "getComputedStyle(document.body).color"
    browser.open(url)
    light = browser.js(ink)
    browser.open(url, scheme="dark")
    assert browser.js(ink) != light


def test_without_a_mouse(url: str, browser: Browser) -> None:
    browser.open(url)
    browser.until(numbers)
    best = numbers(browser)[0]
    browser.js("document.querySelector('.rows a').focus()")
    browser.press("Enter")
    browser.until(lambda page: heading(page) == f"Block #{best}")
    assert browser.js("document.activeElement.id") == "view"
    browser.press("/")
    assert browser.js("document.activeElement.id") == "query"
    browser.press("Escape")
    assert browser.js("document.activeElement.id") == "view"


# A node that goes


def test_it_comes_back_with_the_node(chromium: Browser, tmp_path: Path) -> None:
    """The page says that nobody answers, and goes on when somebody does."""
    path = tmp_path / "page.chain"
    first = NodeProcess("dev", path)
    chromium.open(first.url + "/")
    chromium.until(is_live)
    chromium.until(numbers)
    port = int(first.endpoint.rsplit(":", 1)[1])
    assert first.stop() == 0
    chromium.until(lambda page: page.text("#link") == "reconnecting")
    assert "does not answer" in chromium.text("#banner")
    second = NodeProcess("dev", path, port)
    chromium.until(is_live)
    assert chromium.text("#banner") == ""
    with wire(second.endpoint) as node:
        node.call("dev_newBlock", 3)
        best = int(node.call("chain_getHeader")["number"], 16)
    chromium.until(lambda page: numbers(page)[0] >= best)
    assert second.stop() == 0
