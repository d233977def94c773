"""A crowdloan that reaches its cap and is finalized; one that does not, and is refunded."""

from __future__ import annotations

from typing import Any

from bittensor import Balance
from stage import TAO, Stage, play


def _people(stage: Stage) -> tuple[Any, Any, Any]:
    return stage.wallet("//Bob"), stage.wallet("//Charlie"), stage.wallet("//Dave")


def _loan(stage: Stage, loan_id: int) -> dict[str, Any] | None:
    loan = stage.chain.get_crowdloan_by_id(loan_id)
    return None if loan is None else vars(loan)


def _create(stage: Stage, creator: Any, cap: int, target: str | None) -> dict[str, Any]:
    chain = stage.chain
    return stage.told(
        chain.create_crowdloan(
            creator,
            deposit=Balance.from_tao(10),
            min_contribution=Balance.from_tao(1),
            cap=Balance.from_tao(cap),
            end=chain.block + 400,
            call=None,
            target_address=target,
        )
    )


def reached(stage: Stage) -> dict[str, Any]:
    creator, giver, latecomer = _people(stage)
    chain, target = stage.chain, stage.wallet("//Target").coldkeypub.ss58_address
    next_id, before = chain.get_crowdloan_next_id(), stage.free(creator)
    created = _create(stage, creator, 15, target)
    paid = before - stage.free(creator)
    started = _loan(stage, 0)
    little = stage.told(chain.contribute_crowdloan(giver, 0, Balance.from_rao(TAO // 2)))
    before = stage.free(giver)
    given = stage.told(chain.contribute_crowdloan(giver, 0, Balance.from_tao(3)))
    given_paid = before - stage.free(giver)
    too_soon = stage.told(chain.finalize_crowdloan(creator, 0))
    taken = stage.told(chain.withdraw_crowdloan(giver, 0))
    raised_then = chain.get_crowdloan_by_id(0).raised
    before = stage.free(latecomer)
    # More than the cap leaves room for: only what fits is taken.
    filled = stage.told(chain.contribute_crowdloan(latecomer, 0, Balance.from_tao(9)))
    filled_paid = before - stage.free(latecomer)
    full = stage.told(chain.contribute_crowdloan(giver, 0, Balance.from_tao(1)))
    contributions = chain.get_crowdloan_contributions(0)
    foreign = stage.told(chain.finalize_crowdloan(giver, 0))
    finalized = stage.told(chain.finalize_crowdloan(creator, 0))
    return {
        "keys": [each.coldkeypub.ss58_address for each in (creator, giver, latecomer)],
        "next_id": [next_id, chain.get_crowdloan_next_id()],
        "created": created,
        "paid": paid,
        "started": started,
        "little": little,
        "given": given,
        "given_paid": given_paid,
        "too_soon": too_soon,
        "taken": taken,
        "raised_then": raised_then,
        "filled": filled,
        "filled_paid": filled_paid,
        "full": full,
        "contributions": contributions,
        "foreign": foreign,
        "finalized": finalized,
        "loan": _loan(stage, 0),
        "target": [target, stage.free(target)],
    }


def missed(stage: Stage) -> dict[str, Any]:
    """Its terms change, its time passes, everybody is refunded."""
    creator, giver, _ = _people(stage)
    chain = stage.chain
    aimless = _create(stage, creator, 50, None)
    created = _create(stage, creator, 50, giver.coldkeypub.ss58_address)
    stage.must(chain.contribute_crowdloan(giver, 1, Balance.from_tao(4)))
    changed = [
        stage.told(chain.update_cap_crowdloan(creator, 1, Balance.from_tao(40))),
        stage.told(chain.update_min_contribution_crowdloan(creator, 1, Balance.from_tao(2))),
    ]
    loan = _loan(stage, 1)
    before = stage.free(creator), stage.free(giver)
    refunded = stage.told(chain.refund_crowdloan(creator, 1))
    after = stage.free(creator), stage.free(giver)
    raised = chain.get_crowdloan_by_id(1).raised
    dissolved = stage.told(chain.dissolve_crowdloan(creator, 1))
    return {
        "aimless": aimless,
        "created": created,
        "changed": changed,
        "loan": loan,
        "refunded": refunded,
        "back": [now - then for now, then in zip(after, before, strict=True)],
        "raised": raised,
        "dissolved": dissolved,
        "at_the_end": stage.free(creator) - after[0],
        "left": [loan.id for loan in chain.get_crowdloans()],
        "constants": vars(chain.get_crowdloan_constants()),
    }


def leased(stage: Stage) -> dict[str, Any]:
    """A crowdloan that ends in a subnet, leased to its creator for a share of its emission."""
    creator, giver, _ = _people(stage)
    chain = stage.chain
    stage.must_sudo("sudo_set_network_rate_limit", rate_limit=0)
    cost = chain.get_subnet_burn_cost()
    end = chain.block + 5_000
    call = chain.compose_call(
        "SubtensorModule", "register_leased_network", {"emissions_share": 30, "end_block": end}
    )
    stage.must(
        chain.create_crowdloan(
            creator,
            deposit=Balance.from_tao(100),
            min_contribution=Balance.from_tao(1),
            cap=Balance.from_tao(1_200),
            end=chain.block + 400,
            call=call,
        )
    )
    loan_id = chain.get_crowdloan_next_id() - 1
    described = _loan(stage, loan_id)
    stage.must(chain.contribute_crowdloan(giver, loan_id, Balance.from_tao(1_100)))
    before = stage.free(creator), stage.free(giver)
    finalized = stage.told(chain.finalize_crowdloan(creator, loan_id))
    after = stage.free(creator), stage.free(giver)
    return {
        "cost": cost,
        "call": described["call"],
        "end": end,
        "finalized": finalized,
        "back": [now - then for now, then in zip(after, before, strict=True)],
        "lease": stage.read("SubnetLeases", 0),
        "shares": stage.read("SubnetLeaseShares", 0, giver.coldkeypub.ss58_address),
        "owner": chain.subnet(2).owner_coldkey,
        "proxies": [
            [each.delegate, str(each.proxy_type)]
            for each in chain.get_proxies_for_real_account(chain.subnet(2).owner_coldkey)[0]
        ],
    }


play(reached, missed, leased)
