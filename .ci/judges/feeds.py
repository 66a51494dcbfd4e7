"""Reads every RSS and Atom feed of a built site with feedparser, and prints an item a line. Then holds
the formats of each feed against each other, follows JSON feeds to the end of their archives, and looks
for the list of feeds and for addresses that are not whole. With --items, prints the lines alone."""

import json
import re
import struct
import sys
from calendar import timegm
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import feedparser

NOT_WHOLE = re.compile(r"""<[^>]*\s(?:src|href|poster)\s*=\s*["'](?!https?:|mailto:|tel:|data:)[^"']*""")


def shown(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def parsed(text):
    return shown(datetime.fromisoformat(text).timestamp())


def xml_items(path):
    feed = feedparser.parse(path.read_bytes(), sanitize_html=False, resolve_relative_uris=False)
    assert not feed.bozo, f"{path}: {feed.bozo_exception!r}"
    assert feed.version in ("rss20", "atom10"), f"{path}: {feed.version}"
    assert feed.feed.get("title") and feed.feed.get("link") and feed.feed.get("subtitle"), f"{path}: no title"
    own = [link for link in feed.feed.links if link.rel == "self"]
    assert len(own) == 1 and urlsplit(own[0].href).path.endswith(path.name), f"{path}: {own}"
    items = []
    for entry in feed.entries:
        assert entry.get("id") and entry.get("title") and entry.get("published_parsed"), f"{path}: {entry}"
        for content in entry.get("content", []):
            assert not NOT_WHOLE.search(content.value), f"{path}: {NOT_WHOLE.search(content.value).group()}"
        updated = shown(timegm(entry.updated_parsed)) if feed.version == "atom10" else "-"
        items.append((entry.id, entry.title, entry.link, shown(timegm(entry.published_parsed)), updated))
    assert len({item[0] for item in items}) == len(items), f"{path}: one id twice"
    return items


def files_named(root, base, path):
    """Photos and the channel's image must be there, each as large as it is said to be. How many photos."""
    tree = ElementTree.parse(path)
    here = lambda url: root / unquote(url.removeprefix(base + "/"))
    photos = tree.findall(".//{http://search.yahoo.com/mrss/}content")
    for photo in photos:
        size = here(photo.get("url")).stat().st_size
        assert photo.get("fileSize") == str(size), f"{path}: {photo.attrib}, not {size} octets"
        assert photo.get("type") and photo.get("width") and photo.get("height"), f"{path}: {photo.attrib}"
        assert all(child.text for child in photo), f"{path}: {photo.attrib} without words"
    for image in tree.findall("./channel/image"):
        head = here(image.findtext("url")).read_bytes()[:24]
        said = [int(image.findtext(name)) for name in ("width", "height")]
        assert head[:4] != b"\x89PNG" or list(struct.unpack(">II", head[16:24])) == said, f"{path}: {said}"
    return len(photos)


def json_items(path):
    feed = json.loads(path.read_text("utf-8"))
    for item in feed["items"]:
        found = NOT_WHOLE.search(item.get("content_html", ""))
        assert not found, f"{path}: {found.group()}"
    dates = lambda item: (parsed(item["date_published"]), parsed(item["date_modified"]))
    return feed, [(item["id"], item["title"], item["url"], *dates(item)) for item in feed["items"]]


def whole_archive(root, base, path):
    """Every item from a JSON feed to the end of its archive."""
    feed, items = json_items(path)
    seen = {path}
    while "next_url" in feed:
        path = root / unquote(feed["next_url"].removeprefix(base + "/"))
        assert path not in seen, f"{path} comes again"
        seen.add(path)
        feed, more = json_items(path)
        items += more
    assert len({item[0] for item in items}) == len(items), f"{path}: one id twice"
    dates = [item[3] for item in items]
    assert dates == sorted(dates, reverse=True), f"{path}: not the newest first"
    return items, len(seen)


if sys.argv[1] == "--items":
    for name in sys.argv[2:]:
        for item in xml_items(Path(name)):
            print(Path(name).name, *item, sep="\t")
    sys.exit()

root = Path(sys.argv[1])
feeds = sorted(root.rglob("rss.xml"))
assert feeds, "no feeds"
base = json.loads((root / "feed.json").read_text("utf-8"))["home_page_url"].rstrip("/")
archived = pages = photos = 0
for rss in feeds:
    atom, feed = rss.with_name("atom.xml"), rss.with_name("feed.json")
    in_rss, in_atom, (_, in_json) = xml_items(rss), xml_items(atom), json_items(feed)
    assert [item[:4] for item in in_rss] == [item[:4] for item in in_atom], f"{rss} and {atom} differ"
    assert in_atom == in_json[: len(in_atom)], f"{atom} and {feed} differ"
    items, count = whole_archive(root, base, feed)
    archived += len(items)
    pages += count
    photos += files_named(root, base, rss)
    page = (rss.parent / "index.html").read_text("utf-8")
    for name in ("rss.xml", "atom.xml", "feed.json"):
        assert re.search(rf'<link rel="alternate"[^>]*{re.escape(name)}"', page), f"{rss.parent}: {name} not announced"
listed = re.findall(r'xmlUrl="([^"]*)"', (root / "opml.xml").read_text("utf-8"))
there = [f"{base}/{rss.relative_to(root)}" for rss in feeds]
assert sorted(unquote(url) for url in listed) == sorted(there), "opml.xml lists other feeds than there are"
print(f"{len(feeds)} feeds in three formats, {archived} items on {pages} pages of JSON, {photos} photos as large as is said")
