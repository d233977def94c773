"""`python -m tests.differential`: as many sequences as are asked for, and what they showed."""

from __future__ import annotations

import argparse
import os
import sys
import time

from tests.differential.running import both_sides, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.differential", description=__doc__)
    parser.add_argument("--sequences", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0, help="of the first sequence")
    asked = parser.parse_args()
    spec = os.environ.get("BTSDK_RAW_SPEC")
    if not spec:
        parser.error("BTSDK_RAW_SPEC names no raw chain spec")
    begun = time.process_time()
    with both_sides(spec) as sides:
        report = run(sides, range(asked.seed, asked.seed + asked.sequences))
    for difference in report.unexplained:
        print(difference)
    for name, count in sorted(report.events.items()):
        print(f"{count:>8}  {name}")
    for name, count in report.explained.most_common():
        print(f"{count:>8}  sequences ended by a difference of the releases: {name}")
    taken = time.process_time() - begun
    print(
        f"{report.sequences} sequences, {report.steps} steps, {taken:.0f} s of CPU,"
        f" {len(report.unexplained)} unexplained differences"
    )
    return min(len(report.unexplained), 1)


if __name__ == "__main__":
    sys.exit(main())
