"""The contenders: which command builds what, and what has to be gone before it.

A scenario is a function from a Site to its runs, in the order of the first round. To measure
another one (a build without changes, one edited body, photos), write another such function and
add it to SCENARIOS.
"""

import dataclasses
import json
import shutil
from pathlib import Path

from . import process

NOW = "2026-11-01T00:00:00+07:00"
REPOSITORY = Path(__file__).resolve().parents[2]


@dataclasses.dataclass
class Tools:
    """The programs."""

    warta: Path
    hugo: Path
    corpus: Path
    floor: Path
    threads: int
    timeout: float


@dataclasses.dataclass
class Site:
    """One corpus, in warta's notation and in Hugo's, with room for what is built from it."""

    tools: Tools
    folder: Path
    articles: int

    @property
    def root(self):
        """warta's newsroom."""
        return self.folder / "warta"

    def make(self):
        """Writes the corpus, always anew: an old one may be of another shape."""
        process.settle(self.folder)
        self.folder.mkdir(parents=True)
        shutil.copytree(REPOSITORY / "benches" / "hugo", self.folder / "hugo-site")
        command = [self.tools.corpus, str(self.articles), self.root, "--hugo", self.folder / "hugo-content"]
        process.run(command, self.tools.timeout)

    def an_article(self):
        """Some article: its file, and the address of its page."""
        file = sorted((self.root / "content" / "berita").glob("*/*/*.md"))[-1]
        return file, "/" + file.relative_to(self.root / "content").with_suffix("").as_posix() + "/"


@dataclasses.dataclass
class Run:
    """One contender of a scenario."""

    name: str
    command: list
    output: Path
    clear: list
    """Removed before every run."""

    timed_inside: bool = False
    """The program times the part that counts and prints it."""

    def measure(self, timeout):
        """Runs it once."""
        process.settle(*self.clear)
        sample, printed = process.run(self.command, timeout)
        if self.timed_inside:
            sample = process.Sample(json.loads(printed)["seconds"])
        return sample


def cold(site):
    """Everything from nothing."""
    tools, folder = site.tools, site.folder
    warta, hugo, floor = folder / "out-warta", folder / "out-hugo", folder / "out-floor"
    hugo_site = folder / "hugo-site"
    return [
        Run(
            "warta",
            [tools.warta, "build", "--root", site.root, "--output", warta, "--now", NOW, "-q"],
            warta,
            [warta, site.root / ".warta"],
        ),
        Run(
            "Hugo",
            [tools.hugo, "build", "--source", hugo_site, "--contentDir", folder / "hugo-content"]
            + ["--destination", hugo, "--cacheDir", folder / "hugo-cache", "--clock", NOW]
            + ["--noBuildLock", "--quiet"],
            hugo,
            [hugo, hugo_site / "resources", folder / "hugo-cache"],
        ),
        Run(
            "floor",
            [tools.floor, warta, floor, "--threads", str(tools.threads)],
            floor,
            [floor],
            timed_inside=True,
        ),
    ]


SCENARIOS = {"cold": cold}


def measure(site, scenario, rounds, names, say):
    """Interleaved rounds of a scenario: for each contender its samples, and what it built.

    The order turns with every round: nobody is always the one who finds the caches warm. The
    first round is in the scenario's own order, since the floor needs warta's output.
    """
    runs = [run for run in SCENARIOS[scenario](site) if run.name in names]
    samples = {run.name: [] for run in runs}
    built = {}
    for number in range(rounds):
        turn = number % len(runs)
        for run in runs[turn:] + runs[:turn]:
            sample = run.measure(site.tools.timeout)
            samples[run.name].append(sample)
            say(f"{site.articles} {scenario}, round {number + 1} of {rounds}: {run.name} {sample.seconds:.2f} s")
            if run.name not in built:
                built[run.name] = weigh(run.output)
    process.settle(*(run.output for run in runs))
    return samples, built


def weigh(output):
    """How many files were built, their bytes, and the mean bytes of an article's page."""
    files = size = pages = page_bytes = 0
    for path in output.rglob("*"):
        if path.is_file():
            length = path.stat().st_size
            files, size = files + 1, size + length
            parts = path.relative_to(output).parts
            # KIND/YEAR/MONTH/SLUG/index.html
            if len(parts) == 5 and parts[1].isdigit() and parts[2].isdigit() and parts[4] == "index.html":
                pages, page_bytes = pages + 1, page_bytes + length
    return {"files": files, "bytes": size, "articles": pages, "article_bytes": page_bytes / max(pages, 1)}
