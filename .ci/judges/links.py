"""Every link of every page of a built site, followed within the folder as a host would: pages, files,
fragments, pictures with all their sizes, styles, feeds. Links to other sites are counted, not followed."""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LINKS = {"a": ["href"], "link": ["href"], "img": ["src", "srcset"], "source": ["src", "srcset"], "script": ["src"],
         "iframe": ["src"], "video": ["src", "poster"], "audio": ["src"], "form": ["action"]}
CARDS = {"og:url", "og:image", "article:author"}

root = Path(sys.argv[1])
origin = sys.argv[2].rstrip("/")
base = urlsplit(origin).path


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids = [], set()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids |= {given[name] for name in ("id", "name") if given.get(name)}
        if tag == "meta" and given.get("property") in CARDS:
            self.links.append(given["content"])
        if tag == "link" and given.get("rel") == "preload":
            self.links += sizes(given.get("imagesrcset"))
        for name in LINKS.get(tag, []):
            if given.get(name) is not None:
                self.links += sizes(given[name]) if name == "srcset" else [given[name]]


def sizes(srcset):
    return [one.split()[0] for one in (srcset or "").split(",") if one.strip()]


def file_of(path):
    plain = unquote(path.removeprefix(base)).lstrip("/")
    file = root / plain
    return file / "index.html" if path.endswith("/") or not plain else file


pages, redirects = {}, set()
for path in root.rglob("*.html"):
    page = Page()
    page.feed(path.read_text("utf-8"))
    pages[path] = page
if (root / "_redirects").is_file():
    rules = (line.split() for line in (root / "_redirects").read_text("utf-8").splitlines())
    redirects = {rule[0] for rule in rules if rule and not rule[0].startswith("#")}

inside = outside = 0
faults = []
for path, page in sorted(pages.items()):
    own = origin + "/" + str(path.relative_to(root)).removesuffix("index.html")
    for link in page.links:
        target = urlsplit(urljoin(own, link))
        if target.scheme in ("mailto", "tel"):
            continue
        if not (target.geturl() == origin or target.geturl().startswith((origin + "/", origin + "#"))):
            outside += 1
            if target.scheme not in ("http", "https") or not target.netloc:
                faults.append(f"{path.relative_to(root)}: {link} is no address")
            continue
        inside += 1
        file = file_of(target.path)
        if not file.is_file() and target.path not in redirects:
            faults.append(f"{path.relative_to(root)}: {link} leads nowhere")
        elif target.fragment and file in pages and unquote(target.fragment) not in pages[file].ids:
            faults.append(f"{path.relative_to(root)}: {link} has no such place")
if faults:
    sys.exit("\n".join(faults[:40]))
if not inside:
    sys.exit("no links at all")
print(f"{len(pages)} pages: {inside} links within the site, none dead; {outside} to other sites")
