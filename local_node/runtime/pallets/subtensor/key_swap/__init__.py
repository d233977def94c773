"""Key swaps: a hotkey on one subnet or all, or a coldkey after an announcement.

Layers, top to bottom:

  calls                       all of them
  swap_hotkey, swap_coldkey   the calls
  hotkey_on_subnet, coldkey   the state that moves
  locks, root_dividends       state that moves by rules of its own
  tally                       the weight of a hotkey swap
"""
