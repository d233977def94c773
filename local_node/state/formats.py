"""The tables of a chain file in each format, and the migrations between them.

A file of an older format is migrated when it is opened, inside the transaction that takes its lock:
it has its old format or the new one, never a mix. Steps are only ever added, and a released step
never changes.
"""

from __future__ import annotations

import sqlite3
from typing import Final

APPLICATION_ID: Final = int.from_bytes(b"BTLC", "big")

_FIRST: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE blocks (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    parent INTEGER REFERENCES blocks (id),
    number INTEGER NOT NULL,
    state_root BLOB NOT NULL,
    has_state INTEGER NOT NULL,
    header BLOB NOT NULL,
    body BLOB NOT NULL,
    justifications BLOB
);
CREATE INDEX blocks_by_parent ON blocks (parent);
CREATE TABLE canon (number INTEGER PRIMARY KEY, block INTEGER NOT NULL);
CREATE TABLE nodes (hash BLOB NOT NULL UNIQUE, refs INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE journal (block INTEGER PRIMARY KEY, added BLOB NOT NULL, removed BLOB NOT NULL);
CREATE TABLE head (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""

_RUNTIME_ANSWERS: Final = """
CREATE TABLE runtime_answers (
    code BLOB NOT NULL,
    question BLOB NOT NULL,
    answer BLOB NOT NULL,
    PRIMARY KEY (code, question)
) WITHOUT ROWID;
"""
"""The answers of each runtime that the chain has had, by the hash of its code; compressed."""

STEPS: Final = (_FIRST, _RUNTIME_ANSWERS)
"""`STEPS[n]` migrates format n to n + 1; 0 is an empty file."""

FORMAT: Final = len(STEPS)


def bring_along(connection: sqlite3.Connection, version: int) -> None:
    """Migrate a file of format `version` to the newest, within the caller's transaction."""
    for step in STEPS[version:]:
        for statement in step.split(";"):
            if statement.strip():
                connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
