"""Numbers to a Markdown table, with the machine they were measured on."""

import math
import os
import platform
import re
import statistics
import subprocess
from pathlib import Path


def median(values):
    """The middle one, or None when nothing was measured."""
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


def percentile(values, percent):
    """The smallest value that at least so many per cent do not exceed."""
    return sorted(values)[math.ceil(len(values) * percent / 100) - 1]


def ratio(samples, name, other):
    """How many times longer one takes than the other: the median of the rounds' ratios."""
    pairs = zip(samples.get(name, []), samples.get(other, []))
    return median([one.seconds / two.seconds for one, two in pairs])


def builds(title, samples, built):
    """One table: a line for each contender."""
    lines = [
        f"| {title} | time, median (range) | CPU | peak memory | files | bytes | article page | × warta | × floor |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, measured in samples.items():
        seconds = [sample.seconds for sample in measured]
        spread = f"{statistics.median(seconds):.2f} s ({min(seconds):.2f}–{max(seconds):.2f})"
        cpu = median([sample.cpu_seconds for sample in measured])
        peak = median([sample.peak_bytes for sample in measured])
        weight = built[name]
        cells = [
            name,
            spread,
            "–" if cpu is None else f"{cpu:.1f} s",
            megabytes(peak),
            f"{weight['files']:,}",
            megabytes(weight["bytes"]),
            f"{weight['article_bytes'] / 1000:.1f} kB",
            times(ratio(samples, name, "warta")),
            times(ratio(samples, name, "floor")),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def previews(title, measured):
    """One table of what an editor waits for."""
    edits = measured["edit_ms"]
    return [
        f"| {title} | first page | first article | edit, median | edit, 95th percentile | peak memory |",
        "|---|--:|--:|--:|--:|--:|",
        f"| warta serve | {measured['first_page_ms']:.0f} ms | {measured['first_article_ms']:.0f} ms "
        f"| {statistics.median(edits):.0f} ms | {percentile(edits, 95):.0f} ms | {megabytes(measured['peak_bytes'])} |",
    ]


def goals(checks):
    """What was promised, and whether it holds; promises that were not measured are left out."""
    lines = ["| goal | measured | |", "|---|--:|---|"]
    for text, value, unit, holds in checks:
        if value is not None:
            lines.append(f"| {text} | {value:.2f} {unit} | {'held' if holds(value) else 'MISSED'} |")
    return lines if len(lines) > 2 else []


def times(value):
    """A ratio."""
    return "–" if value is None else f"{value:.2f}"


def megabytes(value):
    """A size."""
    return "–" if value is None else f"{value / 1e6:,.0f} MB"


def machine(folder):
    """What it was measured on, in one line."""
    cpu = first(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo"), platform.processor() or platform.machine())
    memory = int(first(r"^MemTotal:\s*(\d+) kB", Path("/proc/meminfo"), "0")) / 1e6
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0]
    return (
        f"{cpu}, {cores} cores, {memory:.0f} GB, {file_system(folder)}, "
        f"{platform.system()} {platform.release()}, load {load:.1f} before the first run"
    )


def versions(tools):
    """The programs, in one line."""
    said = [[tools.warta, "--version"], [tools.hugo, "version"], ["rustc", "--version"]]
    return ", ".join(version(command) for command in said)


def version(command):
    """The first two words and the number of what a program says of itself."""
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return f"{Path(command[0]).name} (version unknown)"
    return " ".join(said.split("\n")[0].split()[:2]).split("-")[0]


def first(pattern, file, otherwise):
    """What a line of a system file says."""
    try:
        found = re.search(pattern, file.read_text(), re.MULTILINE)
    except OSError:
        return otherwise
    return found[1] if found else otherwise


def file_system(folder):
    """The kind of file system that a folder is on."""
    best = ("", "unknown file system")
    try:
        mounts = Path("/proc/mounts").read_text().splitlines()
    except OSError:
        return best[1]
    for line in mounts:
        _, point, kind = line.split()[:3]
        if Path(folder).resolve().is_relative_to(point) and len(point) > len(best[0]):
            best = (point, kind)
    return best[1]
