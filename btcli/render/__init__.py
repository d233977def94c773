"""Results on a screen. Rich is loaded here and nowhere else, and only for a terminal.

blocks     tables, facts and lines, each plain or rich
flow       lines of a label and a value, laid out for the width of the terminal
terminal   how a terminal shows blocks
"""
