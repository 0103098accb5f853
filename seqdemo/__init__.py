"""seqdemo: see how a sequence model reads letters and reasons about them.

    import seqdemo
    trace = seqdemo.explain("CEGI")   # a row of typed letters, written by the pen model
    trace                             # in a notebook: the panels of the page

What stands in `__all__` is imported when it is first used, so `import seqdemo` itself takes no time.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if sys.version_info < (3, 11):  # noqa: UP036 (for whoever runs the folder without installing it)
    raise ImportError("seqdemo needs Python 3.11 or newer.")

if TYPE_CHECKING:
    from seqdemo.errors import CheckpointError, InputError
    from seqdemo.handwriting.letter import Letter
    from seqdemo.handwriting.pen import Style
    from seqdemo.handwriting.strokes import Strokes
    from seqdemo.library.asking import compare, explain, sample, write
    from seqdemo.library.shelf import load, models
    from seqdemo.library.trace import Trace

__version__ = "0.6.0"
__all__ = [
    "CheckpointError",
    "InputError",
    "Letter",
    "Strokes",
    "Style",
    "Trace",
    "compare",
    "explain",
    "load",
    "models",
    "sample",
    "write",
]

_PLACES = {
    "seqdemo.errors": ("CheckpointError", "InputError"),
    "seqdemo.handwriting.letter": ("Letter",),
    "seqdemo.handwriting.pen": ("Style",),
    "seqdemo.handwriting.strokes": ("Strokes",),
    "seqdemo.library.asking": ("compare", "explain", "sample", "write"),
    "seqdemo.library.shelf": ("load", "models"),
    "seqdemo.library.trace": ("Trace",),
}


class _Late:
    """A name that is imported when it is first used.

    It has a setter, so that it stays what it is when the import system puts a sub-package of the same name there.
    """

    def __init__(self, place: str, name: str) -> None:
        self._place, self._name = place, name

    def __get__(self, module: object, kind: type | None = None) -> Any:
        return getattr(import_module(self._place), self._name)

    def __set__(self, module: object, value: object) -> None:
        pass


_late = {name: _Late(place, name) for place, names in _PLACES.items() for name in names}
sys.modules[__name__].__class__ = type("Library", (ModuleType,), {**_late, "__dir__": lambda _: __all__})
