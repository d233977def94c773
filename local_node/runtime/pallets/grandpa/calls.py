"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.grandpa.note_stalled import note_stalled
from local_node.runtime.pallets.grandpa.report_equivocation import (
    report_equivocation,
    report_equivocation_unsigned,
)

CALLS: tuple[CallFunction, ...] = (report_equivocation, report_equivocation_unsigned, note_stalled)
