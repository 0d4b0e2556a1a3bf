"""What SQLite refuses, in words for people."""

import sqlite3

# the beginning of an error's name → what it means for a record
_MEANINGS = {
    "SQLITE_READONLY": "closed to writing, it or its folder",
    "SQLITE_CANTOPEN": "cannot be opened or made: it or its folder is closed",
    "SQLITE_CORRUPT": "damaged: take a copy of it, or build it anew from its reports",
    "SQLITE_BUSY": "another command is writing to it: try again when that is done",
    "SQLITE_FULL": "the disk is full",
}


def refused(error: BaseException | None) -> str:
    """What an error of SQLite means, in its own words where nothing simpler is known."""
    name = getattr(error, "sqlite_errorname", "") if isinstance(error, sqlite3.Error) else ""
    return next((meaning for known, meaning in _MEANINGS.items() if name.startswith(known)), str(error))
