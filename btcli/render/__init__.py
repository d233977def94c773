"""Results as tables and text. Rich is loaded for a terminal only.

blocks        tables, facts and lines, each plain or rich
flow          lines of a label and a value, laid out for the width of the terminal
status_line   the status line of a node
The other modules are named after what they show.
"""
