"""Results on a screen. Rich is loaded here and nowhere else, and only for a terminal.

blocks     tables, facts and lines, each plain or rich
terminal   how a terminal shows blocks
"""
