"""The contenders: which command builds what, and what has to be gone before it.

A scenario is a function from a site and the number of a round to that round's runs. To measure
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

    def output(self, number, name):
        """A new folder for every run.

        Nothing is removed between runs: ext4 does not reuse inodes that were freed within the
        last minutes, and looks at each of them whenever a file is made. A run after `rm -r` of
        15,000 files takes twice as long, and longer with every round.
        """
        return self.folder / "out" / f"{number}-{name}"

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
    clear: list = dataclasses.field(default_factory=list)
    """Removed before every run; best nothing of size, for what is removed slows down ext4."""

    environment: dict = dataclasses.field(default_factory=dict)
    """Variables besides our own."""

    prepare: object = None
    """Called before every run, outside the clock."""

    timed_inside: bool = False
    """The program times the part that counts and prints it."""

    def measure(self, timeout):
        """Runs it once."""
        process.settle(*self.clear)
        if self.prepare:
            self.prepare()
        sample, printed = process.run(self.command, timeout, self.environment)
        if self.timed_inside:
            sample = process.Sample(json.loads(printed)["seconds"])
        return sample


def cold(site, number):
    """Everything from nothing."""
    tools, root = site.tools, site.root
    # The floor may come before warta in a round: it always writes what the first round built.
    built = site.output(0, "warta")
    warta, floor = site.output(number, "warta"), site.output(number, "floor")
    return [
        Run(
            "warta",
            [tools.warta, "build", "--root", root, "--output", warta, "--now", NOW, "-q"],
            warta,
            [root / ".warta"],
        ),
        hugo(site, number, "Hugo", "site"),
        hugo(site, number, "Hugo-year", "year"),
        Run(
            "floor",
            [tools.floor, built, floor, "--threads", str(tools.threads)],
            floor,
            timed_inside=True,
        ),
    ]


def hugo(site, number, name, related):
    """Hugo, looking for related articles in the whole site or in an article's own year."""
    source, output, cache = site.folder / "hugo-site", site.output(number, name), site.folder / "hugo-cache"
    return Run(
        name,
        [site.tools.hugo, "build", "--source", source, "--contentDir", site.folder / "hugo-content"]
        + ["--destination", output, "--cacheDir", cache, "--clock", NOW, "--noBuildLock", "--quiet"],
        output,
        [source / "resources", cache],
        environment={"HUGO_PARAMS_RELATED": related},
    )


def shares(site, number):
    """Everything from nothing, with a share image for each article: warta alone makes them."""
    output = site.output(number, "shares")
    root = site.folder / "shares"
    if not root.exists():
        settings = (site.root / "site.toml").read_text()
        assert "share = false" in settings
        shutil.copytree(site.root / "content", root / "content")
        (root / "site.toml").write_text(settings.replace("share = false", "share = true"))
    build = [site.tools.warta, "build", "--root", root, "--output", output, "--now", NOW, "-q"]
    return [Run("warta", build, output, [root / ".warta"])]


def partial(site, number):
    """A build from nothing, one of which nothing has changed, and one after a changed text, all into the
    same folder and with what the one before has kept. Hugo begins anew each time: it has no other way."""
    output = site.output(number, "partial")
    build = [site.tools.warta, "build", "--root", site.root, "--output", output, "--now", NOW, "-q"]
    anew = hugo(site, number, "Hugo-year, again", "year")
    anew.prepare = lambda: process.run(anew.command, site.tools.timeout, anew.environment)
    anew.clear = []
    return [
        Run("warta, cold", build, output, [site.root / ".warta"]),
        Run("warta, nothing changed", build, output),
        Run("warta, one text changed", build, output, prepare=lambda: edit(site, number)),
        anew,
    ]


def edit(site, number):
    """Changes a line of an article."""
    file, _ = site.an_article()
    file.write_text(file.read_text() + f"\nPerubahan ke-{number + 1}.\n")


SCENARIOS = {"cold": cold, "partial": partial, "shares": shares}

# Those whose runs build on each other.
IN_ORDER = ["partial"]


def measure(site, scenario, rounds, names, say):
    """Interleaved rounds of a scenario: for each contender its samples, and what it built.

    The order turns with every round: nobody is always the one who finds the caches warm. The
    first round is in the scenario's own order, since the floor needs warta's output.
    """
    samples = {}
    built = {}
    for number in range(rounds):
        runs = [run for run in SCENARIOS[scenario](site, number) if run.name.split(",")[0] in names]
        turn = 0 if scenario in IN_ORDER else number % len(runs)
        for run in runs[turn:] + runs[:turn]:
            sample = run.measure(site.tools.timeout)
            samples.setdefault(run.name, []).append(sample)
            say(f"{site.articles} {scenario}, round {number + 1} of {rounds}: {run.name} {sample.seconds:.2f} s")
            if run.name not in built:
                built[run.name] = weigh(run.output)
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
