"""The terminal: its streams, and text on it.

block         the interface of a part of a screen
streams       standard streams that may be closed, full, or in another encoding
visible       escaping of foreign text
rich_screen   blocks drawn with Rich
"""
