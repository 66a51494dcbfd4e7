#!/usr/bin/env python3
"""Where a build's time goes: tables of its parts and of whose code it is, and a flame graph, from `perf record`.

    RUSTFLAGS="-C force-frame-pointers=yes" cargo build --release --bin warta
    perf record -F 997 -g -o perf.data target/release/warta build --root NEWSROOM
    perf script -i perf.data -F comm,tid,time,period,ip,sym,dso > perf.txt
    python3 benches/flame.py perf.txt flame.svg

Frames that only pass on calls (threads, iterators, closures) are left out. Needs nothing but Python's
standard library.
"""

import argparse
import html
import re
import sys
from collections import Counter

# What a sample counts as: the first of these that stands in the stack, from the innermost frame outwards.
PARTS = [
    ("digests (BLAKE3)", ("blake3", "Digest::of", "digest::")),
    ("writing files", ("output::staging", "output::Publisher::write", "output::publish", "move_tree")),
    ("looking at the output folder", ("output::inventory", "output::existing", "output::stamp", "output::plan")),
    ("search index", ("search::", "catalogue::Catalogue")),
    ("feeds, calendars, articles' data", ("render::feeds", "render::calendar", "render::json", "render::xml")),
    ("records for the next build", ("records::", "publish::partial", "content::kept", "routes::answers")),
    ("views and structured data", ("theme::views", "render::structured", "theme::value", "theme::dates")),
    ("templates", ("tera::", "render::page", "theme::")),
    ("texts with their links and components", ("render::body",)),
    ("sitemaps, redirects, the rest of rendering", ("render::",)),
    ("reading and parsing", ("content::", "workspace::parse", "workspace::inputs", "source::", "data::")),
    ("checks", ("check::",)),
    ("addresses and model", ("routes::", "newsroom::", "workspace::")),
    ("noting what is asked", ("reads::",)),
]
REST = "the rest: start, threads, kernel"

# Whose code a frame is, by its crate.
OWNERS = {
    "warta": "warta's own",
    "tera": "tera, with the maps that it is given",
    "indexmap": "tera, with the maps that it is given",
    "blake3": "blake3",
    "pulldown_cmark": "pulldown-cmark, toml, serde_json, jiff",
    "toml": "pulldown-cmark, toml, serde_json, jiff",
    "toml_parser": "pulldown-cmark, toml, serde_json, jiff",
    "serde_json": "pulldown-cmark, toml, serde_json, jiff",
    "jiff": "pulldown-cmark, toml, serde_json, jiff",
    "rayon": "rayon",
    "rayon_core": "rayon",
    "crossbeam_deque": "rayon",
    "crossbeam_epoch": "rayon",
}

SKIPPED = re.compile(
    r"^(rayon|std::|core::|alloc::|<alloc|<core|<std|<rayon|__|start_thread|clone3|_start|main$|<&|\[|entry_SYSCALL|"
    r"do_syscall|asm_|exc_|warta::publish|warta::main|warta::output::queue|.*write_beside|.*build::run)|::\{\{closure\}\}$|call_once"
)
WIDTH, ROW, LEAST = 1200, 18, 0.004


def stacks(lines):
    """Each sample's weight with its frames, the outermost first."""
    frames, weight = [], None
    for line in lines:
        if not line.strip():
            if weight is not None and frames:
                yield weight, frames[::-1]
            frames, weight = [], None
        elif line[0] not in " \t":
            found = re.match(r"(.*?)\s+(\d+)\s+([\d.]+):\s+(\d+)", line)
            weight = int(found.group(4)) if found else None
            frames = []
        else:
            name = line.strip().partition(" ")[2]
            name, _, place = name.rpartition(" (")
            name = re.sub(r"\+0x[0-9a-f]+.*", "", name)
            frames.append(f"[kernel] {name}" if place.startswith("[kernel") else name)
    if weight is not None and frames:
        yield weight, frames[::-1]


def plain(name):
    """A frame's name as people would say it."""
    name = re.sub(r"<impl ([\w:]+?(?:::)?[\w]+(?:<.*?>)?)>", r"\1", name)
    return name.replace("warta::", "").replace("::{{closure}}", "")


def part_of(frames):
    for frame in reversed(frames):
        own = plain(frame)
        for part, marks in PARTS:
            if any(mark in own for mark in marks):
                return part
    return REST


def owner_of(frames):
    """Whose code runs, or has called what belongs to nobody (lists, strings, maps, memory)."""
    if frames[-1].startswith("[kernel]"):
        return "the kernel"
    for frame in reversed(frames):
        found = re.match(r"(?:<|&|mut |dyn )*_?([a-z][a-z0-9_]*)(?:::|_hash_many|_compress)", frame)
        if found and found.group(1) in OWNERS:
            return OWNERS[found.group(1)]
    return "start and end of threads"


class Node:
    def __init__(self):
        self.weight = 0
        self.inner = {}

    def add(self, weight, names):
        self.weight += weight
        if names:
            self.inner.setdefault(names[0], Node()).add(weight, names[1:])


def draw(root):
    rects, deepest = [], 0

    def place(node, name, left, level):
        nonlocal deepest
        deepest = max(deepest, level)
        width = node.weight / root.weight * WIDTH
        share = f"{100 * node.weight / root.weight:.1f} %"
        fits = int(width / 6.8)
        label = "" if fits < 3 else name if len(name) <= fits else name[: fits - 1] + "…"
        hue = 20 + sum(name.encode()) % 40
        rects.append((left, level, width, hue, html.escape(f"{name}: {share}"), html.escape(label)))
        for inner, child in sorted(node.inner.items()):
            if child.weight >= root.weight * LEAST:
                place(child, inner, left, level + 1)
                left += child.weight / root.weight * WIDTH

    place(root, "warta build", 0, 0)
    height = (deepest + 1) * ROW
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="monospace" font-size="11">'
    ]
    for left, level, width, hue, title, label in rects:
        top = height - (level + 1) * ROW
        out.append(
            f'<g><title>{title}</title><rect x="{left:.1f}" y="{top}" width="{max(width - 0.5, 0.5):.1f}" '
            f'height="{ROW - 1}" fill="hsl({hue} 80% 65%)"/>'
            + (f'<text x="{left + 3:.1f}" y="{top + 12}">{label}</text>' if label else "")
            + "</g>"
        )
    out.append("</svg>\n")
    return "\n".join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("samples", help="what `perf script` wrote")
    parser.add_argument("svg", nargs="?", help="where to draw the flame graph")
    args = parser.parse_args()
    root, parts, owners = Node(), Counter(), Counter()
    with open(args.samples, errors="replace") as lines:
        for weight, frames in stacks(lines):
            parts[part_of(frames)] += weight
            owners[owner_of(frames)] += weight
            names = []
            for frame in (frame.removeprefix("[kernel] ") for frame in frames):
                own = plain(frame)
                if not SKIPPED.search(frame) and (not names or names[-1] != own):
                    names.append(own)
            root.add(weight, names[:24])
    if not root.weight:
        sys.exit("no samples in there")
    for title, counted in (("part", parts), ("whose code", owners)):
        print(f"| {title} | share |\n|---|--:|")
        for name, weight in counted.most_common():
            print(f"| {name} | {100 * weight / root.weight:.1f} % |")
        print()
    if args.svg:
        with open(args.svg, "w") as svg:
            svg.write(draw(root))


if __name__ == "__main__":
    main()
