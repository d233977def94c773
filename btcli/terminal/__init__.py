"""The terminal: its streams, and the text that goes there.

block        what a screen is made of
streams      standard streams that may be closed, full, or in another encoding
visible      foreign text made harmless
rich_screen  blocks drawn with Rich
"""
