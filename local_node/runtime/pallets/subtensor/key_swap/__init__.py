"""Key swaps: a hotkey for another, on one subnet or all; a coldkey for another, after a warning.

Layers, top to bottom:

    calls                       all of them
    swap_hotkey, swap_coldkey   the calls
    hotkey_on_subnet, coldkey   what moves
    locks, root_dividends       what moves with rules of its own
    tally                       what a hotkey swap weighs
"""
