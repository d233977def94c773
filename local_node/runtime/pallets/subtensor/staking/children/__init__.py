"""Child hotkeys: the calls that set them and their takes, and the stored relations."""
