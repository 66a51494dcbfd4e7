"""Reads back what pages of a built site say to programs, with extruct: JSON-LD and Open Graph. What a
type needs must be there, what it should have is counted. Prints each JSON-LD thing on a line of OUT."""

import json
import re
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import extruct

# After search engines' own documentation of their rich results, and schema.org where they have none.
REQUIRED = {
    "NewsArticle": "headline datePublished dateModified author publisher inLanguage mainEntityOfPage",
    "AdvertiserContentArticle": "headline datePublished author publisher inLanguage",
    "BreadcrumbList": "itemListElement",
    "ListItem": "position name item",
    "VideoObject": "name thumbnailUrl uploadDate",
    "ImageObject": "url contentUrl",
    "Event": "name startDate location eventStatus",
    "Schedule": "startDate repeatFrequency scheduleTimezone",
    "Place": "name address",
    "ClaimReview": "url claimReviewed reviewRating author datePublished",
    "Rating": "alternateName",
    "CorrectionComment": "text datePublished",
    "GovernmentOrganization": "name url",
    "Organization": "name",
    "Person": "name",
    "WebSite": "name url potentialAction publisher",
}
RECOMMENDED = {
    "NewsArticle": "image description articleSection",
    "VideoObject": "description duration embedUrl|contentUrl",
    "Event": "description endDate organizer image",
    "ImageObject": "width height",
    "Person": "url",
}
GRAPH = "title type url image site_name locale description"
IMAGE = "image:width image:height image:type image:alt"
DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")

root, out = Path(sys.argv[1]), open(sys.argv[2], "w")
counts, recommended, missing = Counter(), 0, Counter()


def fault(page, said):
    sys.exit(f"{page}: {said}")


class Scripts(HTMLParser):
    """Every script of a page, and what would run without one."""

    def __init__(self):
        super().__init__()
        self.inline, self.attributes, self.card = [], [], {}

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "script" and given.get("type") != "application/ld+json" and not given.get("src"):
            self.inline.append(given)
        self.attributes += [name for name, _ in attributes if name.startswith("on") or name == "style"]
        if tag == "meta" and (given.get("name") or "").startswith("twitter:"):
            self.card[given["name"]] = given.get("content")


def walk(page, thing, home):
    global recommended
    if isinstance(thing, list):
        return [walk(page, one, home) for one in thing]
    if not isinstance(thing, dict):
        return
    kind = thing.get("@type") or fault(page, f"no type: {thing}")
    counts[kind] += 1
    for name in REQUIRED.get(kind, "").split():
        thing.get(name) or fault(page, f"{kind} without {name}")
    for names in RECOMMENDED.get(kind, "").split():
        if any(thing.get(name) for name in names.split("|")):
            recommended += 1
        else:
            missing[f"{kind}.{names}"] += 1
    for name, value in thing.items():
        if name.endswith("Date") or name.startswith("date") and name != "dateline":
            for one in value if isinstance(value, list) else [value]:
                DATE.fullmatch(one) or fault(page, f"{name} is no date: {one}")
        if name in ("url", "contentUrl", "item", "thumbnailUrl"):
            for one in value if isinstance(value, list) else [value]:
                urlsplit(one).scheme in ("http", "https") or fault(page, f"{name} is not whole: {one}")
                inside = one.startswith(home) and urlsplit(one).path
                file = root / unquote(one.removeprefix(home).lstrip("/").split("#")[0].split("?")[0])
                if inside and not (file.is_file() or (file / "index.html").is_file()):
                    fault(page, f"{name} leads nowhere: {one}")
        if name == "headline" and len(value) > 110:
            fault(page, "the headline is too long")
        walk(page, value, home)


pages = sorted(root.rglob("*.html"))
robots = root / "robots.txt"
sitemap = re.search(r"^Sitemap: (.+)/sitemap.xml$", robots.read_text("utf-8"), re.M) if robots.is_file() else None
home = sitemap.group(1) if sitemap else "https://x.example"
cards = 0
for path in pages:
    page, html = path.relative_to(root), path.read_text("utf-8")
    scripts = Scripts()
    scripts.feed(html)
    scripts.inline and fault(page, f"a script that would run: {scripts.inline}")
    scripts.attributes and fault(page, f"inline style or handler: {scripts.attributes}")
    if 'http-equiv="refresh"' in html:
        continue
    # Strictly: whatever is not JSON to the letter is an error.
    found = extruct.extract(html, syntaxes=["json-ld", "opengraph"], errors="strict")
    for thing in found["json-ld"]:
        thing.get("@context") == "https://schema.org" or fault(page, "no context")
        walk(page, thing, home)
        print(json.dumps(thing, ensure_ascii=False), file=out)
    blocks = html.count("application/ld+json")
    blocks == len(found["json-ld"]) or fault(page, f"{blocks} blocks, {len(found['json-ld'])} read")
    graph = {name.removeprefix("og:"): value for one in found["opengraph"] for name, value in one["properties"]}
    wanted = [name for name in GRAPH.split() if name != "image"]
    wanted += ["image", *IMAGE.split()] if scripts.card.get("twitter:card") == "summary_large_image" else []
    for name in wanted:
        graph.get(name) or fault(page, f"no og:{name}")
    for name in ("url", "image"):
        urlsplit(graph.get(name, "https:")).scheme in ("http", "https") or fault(page, f"og:{name} is not whole")
    scripts.card.get("twitter:card") or fault(page, "no card")
    cards += 1
    if graph["type"] == "article" and 'name="robots" content="noindex"' not in html:
        graph.get("article:published_time") or fault(page, "an article without its time")
        graph.get("article:section") or fault(page, "an article without its section")
things = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
print(f"{len(pages)} pages, {cards} cards; {things}")
print(f"{recommended} recommended properties; not there: {dict(missing) or 'none'}")
