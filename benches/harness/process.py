"""Runs one program and says what it took. Knows nothing of sites."""

import dataclasses
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time


class Failed(Exception):
    """A program did not do what it is measured for."""


@dataclasses.dataclass
class Sample:
    """What one run took."""

    seconds: float
    cpu_seconds: float | None = None
    peak_bytes: int | None = None


def run(command, timeout, environment=None):
    """Runs a command to its end: its sample and its standard output."""
    variables = os.environ | (environment or {})
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=output, stderr=errors, env=variables, start_new_session=True
        )
        try:
            with deadline(process, timeout):
                _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            shown = errors.read()[-2000:].decode(errors="replace")
            raise Failed(f"{' '.join(map(str, command))}\nended with {process.returncode}\n{shown}")
        sample = Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
        return sample, output.read().decode()


class deadline:
    """Kills a process that takes longer than it may."""

    def __init__(self, process, seconds):
        self.timer = threading.Timer(seconds, lambda: os.killpg(process.pid, signal.SIGKILL))

    def __enter__(self):
        self.timer.start()

    def __exit__(self, *_):
        self.timer.cancel()


def settle(*folders):
    """Removes folders and lets the disk finish, so that no run pays for the one before."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    os.sync()
