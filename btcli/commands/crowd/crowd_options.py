"""The options of the `crowd` commands."""

from __future__ import annotations

from typing import Annotated

from typer import Option

_U32_MAX = (1 << 32) - 1

IdOption = Annotated[
    int,
    Option(
        "--crowdloan-id", "--id", min=0, max=_U32_MAX, metavar="N", help="Number of the crowdloan."
    ),
]
DepositOption = Annotated[
    str, Option("--deposit", metavar="TAO", help="Deposit: the creator's first contribution.")
]
CapOption = Annotated[str, Option("--cap", metavar="TAO", help="Amount to raise.")]
MinContributionOption = Annotated[
    str | None,
    Option(
        "--min-contribution",
        "--min",
        metavar="TAO",
        help="Smallest contribution; the least that the chain allows if omitted.",
    ),
]
DurationOption = Annotated[
    int | None, Option("--duration", min=1, metavar="BLOCKS", help="Number of blocks it is open.")
]
EndOption = Annotated[
    int | None,
    Option(
        "--end", "--end-block", min=1, max=_U32_MAX, metavar="BLOCK", help="Block at which it ends."
    ),
]
TargetOption = Annotated[
    str | None,
    Option("--target-address", "--target", metavar="NAME|SS58", help="Account to receive the TAO."),
]
SubnetLeaseOption = Annotated[
    bool,
    Option("--subnet-lease/--fundraising", help="Lease a new subnet with the TAO."),
]
EmissionsShareOption = Annotated[
    int | None,
    Option(
        "--emissions-share",
        "--emissions",
        min=0,
        max=100,
        metavar="PERCENT",
        help="Part of the owner's cut for the contributors of a lease.",
    ),
]
LeaseEndOption = Annotated[
    int | None,
    Option(
        "--lease-end-block",
        "--lease-end",
        min=1,
        max=_U32_MAX,
        metavar="BLOCK",
        help="Block at which the lease ends; never if omitted.",
    ),
]
CallPalletOption = Annotated[
    str | None, Option("--custom-call-pallet", metavar="PALLET", help="Pallet of a call to make.")
]
CallMethodOption = Annotated[
    str | None, Option("--custom-call-method", metavar="CALL", help="Name of that call.")
]
CallArgsOption = Annotated[
    str | None,
    Option("--custom-call-args", metavar="JSON", help="Arguments of that call, a JSON object."),
]
AmountOption = Annotated[str, Option("--amount", "-a", metavar="TAO", help="Amount to contribute.")]
NewCapOption = Annotated[str | None, Option("--cap", metavar="TAO", help="New cap.")]
NewMinimumOption = Annotated[
    str | None,
    Option("--min-contribution", "--min", metavar="TAO", help="New smallest contribution."),
]
NewMaximumOption = Annotated[
    str | None,
    Option(
        "--max-contribution",
        "--max",
        metavar="TAO|none",
        help="New largest contribution of one account; none removes the limit.",
    ),
]
StatusOption = Annotated[
    str | None, Option("--status", help="Show active, funded, closed or finalized ones.")
]
TypeOption = Annotated[str | None, Option("--type", help="Show fundraising, subnet or call.")]
SortOption = Annotated[str, Option("--sort-by", help="Sort by id, raised, end or contributors.")]
CreatorOption = Annotated[
    str | None,
    Option("--search-creator", metavar="TEXT", help="Part of the creator's address or name."),
]
