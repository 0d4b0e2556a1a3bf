"""Reading documents one after the other or in several processes, always in their order."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import connection, get_context, parent_process

from hudna.reading import Reading, engine, read
from hudna.text import Document

_AHEAD = 4  # documents under way per process: enough to keep it busy, few enough to hold


def read_all(documents: Iterable[Document], jobs: int) -> Iterator[tuple[Document, Reading | Exception]]:
    """Each document with its reading, or with the fault that the reading ran into, in the order given.

    Raises:
        BrokenProcessPool: a process was killed from outside.

    """
    if jobs == 1:
        _settle()
        for document in documents:
            yield document, _attempt(document)
        return
    # Started anew and not forked: a copy of this process would share its open record.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin) as pool:
        try:
            yield from _in_order(pool, documents, jobs * _AHEAD)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, documents: Iterable[Document], most: int
) -> Iterator[tuple[Document, Reading | Exception]]:
    """Hand out at most ``most`` documents ahead of the one whose reading is awaited."""
    under_way: deque[tuple[Document, Future[Reading | Exception]]] = deque()
    for document in documents:
        under_way.append((document, pool.submit(_attempt, document)))
        if len(under_way) >= most:
            first, future = under_way.popleft()
            yield first, future.result()
    for document, future in under_way:
        yield document, future.result()


def _attempt(document: Document) -> Reading | Exception:
    try:
        return read(document)
    except Exception as fault:  # noqa: BLE001 a fault of the engine costs one document, not the rest
        return RuntimeError(f"{type(fault).__name__}: {fault}")  # some faults cannot be sent between processes


def _settle() -> None:
    """Load what every reading needs, and keep the garbage collector from going through it again and again."""
    engine()
    gc.freeze()


def _begin() -> None:
    """In a reading process: leave Ctrl-C to the parent, and end when it is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _settle()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
