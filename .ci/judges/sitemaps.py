"""Follows robots.txt of a built site to its sitemaps and these to their pages, with protego and
ultimate-sitemap-parser, from the folder as if it were a host. Prints how many of each there are."""

import logging
import re
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from protego import Protego
from usp.tree import sitemap_tree_for_homepage
from usp.web_client.abstract_client import (
    AbstractWebClient,
    AbstractWebClientSuccessResponse,
    WebClientErrorResponse,
)

logging.disable(logging.CRITICAL)
root = Path(sys.argv[1])
robots_text = (root / "robots.txt").read_text("utf-8")
robots = Protego.parse(robots_text)
sitemaps = list(robots.sitemaps)
assert sitemaps, "robots.txt names no sitemap"
home = re.match(r"https?://[^/]+", sitemaps[0]).group()
base = sitemaps[0].removesuffix("/sitemap.xml")


def file_of(url):
    assert url.startswith(base + "/") or url == base, f"{url} is not below {base}"
    path = unquote(urlsplit(url).path.removeprefix(urlsplit(base).path).lstrip("/"))
    return root / (path + "index.html" if path.endswith("/") or not path else path)


class Found(AbstractWebClientSuccessResponse):
    def __init__(self, url):
        self._url = url

    def status_code(self):
        return 200

    def status_message(self):
        return "OK"

    def header(self, name):
        return "text/xml" if name.lower() == "content-type" else None

    def raw_data(self):
        # Crawlers ask the host for it, wherever on it the site lives.
        robots = urlsplit(self._url).path == "/robots.txt"
        return (root / "robots.txt" if robots else file_of(self._url)).read_bytes()

    def url(self):
        return self._url


class Missing(WebClientErrorResponse):
    pass


class Folder(AbstractWebClient):
    def set_max_response_data_length(self, length):
        pass

    def get(self, url):
        there = urlsplit(url).path == "/robots.txt" or (url.startswith(base) and file_of(url).is_file())
        return Found(url) if there else Missing(f"no {url}", retryable=False)


tree = sitemap_tree_for_homepage(home + "/", web_client=Folder(), use_known_paths=False)
for sitemap in tree.all_sitemaps():
    assert not type(sitemap).__name__.startswith("Invalid"), f"{sitemap.url}: {sitemap.reason}"
pages = list(tree.all_pages())
addresses = {page.url for page in pages}
assert addresses, "no pages"
for page in pages:
    assert file_of(page.url).is_file(), f"{page.url} is not there"
    assert robots.can_fetch(page.url, "Googlebot"), f"{page.url} is listed and forbidden"
    assert 'name="robots" content="noindex"' not in file_of(page.url).read_text("utf-8"), f"{page.url} is hidden"
stories = [page for page in pages if page.news_story]
for page in stories:
    assert page.news_story.title and page.news_story.publish_date, page.url

signal = dict(part.strip().split("=") for part in re.search(r"Content-Signal: (.+)", robots_text).group(1).split(","))
assert set(signal) == {"search", "ai-input", "ai-train"} and set(signal.values()) <= {"yes", "no"}, signal
assert robots.can_fetch(base + "/", "GPTBot") == (signal["ai-train"] == "yes")
assert robots.can_fetch(base + "/", "ChatGPT-User") == (signal["ai-input"] == "yes")
print(f"{len(sitemaps)} sitemaps, {len(addresses)} pages, {len(stories)} of them news")
