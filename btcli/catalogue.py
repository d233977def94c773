"""The names of all commands, their short forms and one line about each.

Plain data and nothing imported, so that `btcli --help` needs no command's module. A test holds that
each verb has its module, and that this line is the module's own first line.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import NamedTuple


class Group(NamedTuple):
    """A group of commands. `verbs` maps the name of each to its line of help."""

    name: str
    aliases: tuple[str, ...]
    help: str
    verbs: dict[str, str]

    def module(self, verb: str) -> str:
        """The module of a verb; one that is a word of Python's ends in `_`."""
        name = verb.replace("-", "_") + "_" * iskeyword(verb)
        return f"btcli.commands.{self.name}.{name}"


GROUPS = (
    Group(
        "wallet",
        ("w", "wallets"),
        "Keys: create, list, restore; balances and transfers.",
        {
            "create": "Create a coldkey and a hotkey, or whichever is missing.",
            "list": "Show the wallets of this machine; no password is needed.",
            "check": "Check the key files of the wallets: modes, leftovers, public files, damage.",
            "balance": "Show the TAO of a wallet, of all wallets, or of any address.",
            "transfer": "Send TAO to an address, or to a wallet of your own.",
            "new-coldkey": "Create a coldkey.",
            "new-hotkey": "Create a hotkey.",
            "regen-coldkey": "Restore a coldkey from its mnemonic, seed, private key or keystore.",
            "regen-coldkeypub": "Write the public file of a coldkey.",
            "regen-hotkey": "Restore a hotkey from its mnemonic, seed, private key or keystore.",
            "regen-hotkeypub": "Write the public file of a hotkey.",
            "change-password": "Encrypt a key anew, under another password.",
            "rename": "Give a wallet, or one of its hotkeys, another name.",
            "remove": "Delete the key files of a wallet, or of one of its hotkeys.",
            "sign": "Sign a message with a key of the wallet.",
            "verify": "Check the signature of a message.",
            "faucet": "Get TAO from a test chain's faucet, for a proof of work.",
        },
    ),
    Group(
        "stake",
        ("st",),
        "Stake on hotkeys of subnets: add, remove, list.",
        {
            "add": "Stake TAO on a hotkey of a subnet.",
            "remove": "Unstake from a hotkey, for TAO.",
            "list": "Show the stakes of a coldkey.",
        },
    ),
    Group(
        "subnets",
        ("s", "subnet"),
        "Subnets: list, create, register.",
        {
            "list": "Show all subnets.",
            "show": "Show a subnet and its neurons.",
            "burn-cost": "Show what creating a subnet costs now.",
            "create": "Create a subnet, owned by the coldkey.",
            "start": "Start a subnet that you own: it opens for emission and staking.",
            "register": "Register a hotkey on a subnet, for TAO or for a proof of work.",
        },
    ),
    Group(
        "node",
        (),
        "The local chain: run it, inspect it, advance it.",
        {
            "start": "Run the local chain for other programs.",
            "stop": "Stop the process that runs the local chain.",
            "status": "Show the status of the local chain and of the node that runs it.",
            "advance": "Make blocks on the local chain, now.",
            "logs": "Show the log of the node in the background.",
            "export": "Export the chain to a file.",
            "import": "Replace the local chain by an exported one.",
            "check": "Read the whole chain file, and execute the chain again.",
            "compare": "Do the same on two runtimes, and show where they differ.",
            "inspect": "Look into a compiled runtime: name, versions, APIs, imports.",
            "reset": "Delete the local chain; the next command starts at genesis.",
        },
    ),
    Group(
        "config",
        ("c", "conf"),
        "Settings: the defaults of commands.",
        {
            "set": "Set defaults for later commands.",
            "get": "Show the settings, and where each comes from.",
            "clear": "Clear settings.",
        },
    ),
)

_BY_NAME = {name: group for group in GROUPS for name in (group.name, *group.aliases)}


def find_group(name: str) -> Group | None:
    """A group by its name or a short form."""
    return _BY_NAME.get(name)


def find_verb(group: Group, name: str) -> str | None:
    """A verb by its name, also with underscores as in older versions."""
    plain = name.replace("_", "-")
    return plain if plain in group.verbs else None
