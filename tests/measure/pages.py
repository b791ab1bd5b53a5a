#!/usr/bin/env python3
"""How well articles and report dates are found on saved web pages.

usage: pages.py DATELINE WCXB_DIR

DATELINE is the program; WCXB_DIR is a copy of the folder `dev` of github.com/Murrough-Foley/web-content-extraction-benchmark
(CC-BY-4.0). Takes its pages of the type "article", reads them with `dateline articles --jsonl`, and prints

  day    share of pages with the right report date, a wrong one, none; a gold day is often the day of the last change
  body   precision, recall and F of the article's text, counted in runs of four words
  title  share of pages with exactly the right title, case and punctuation aside
"""
import collections, gzip, json, pathlib, re, statistics, subprocess, sys, tempfile


def runs(text):
    words = re.findall(r"\w+", text or "")
    return collections.Counter(zip(*(words[i:] for i in range(4)))) if len(words) > 4 else collections.Counter([tuple(words)] if words else [])


def gold_of(folder):
    for path in sorted((folder / "ground-truth").glob("*.json")):
        page = json.loads(path.read_text())
        kind = (page.get("_internal") or {}).get("page_type") or page.get("page_type")
        if (kind.get("primary") if isinstance(kind, dict) else kind) == "article":
            yield path.stem, page["ground_truth"]


def read(program, folder, gold):
    with tempfile.TemporaryDirectory() as scratch:
        for name in gold:
            packed = folder / "html" / f"{name}.html.gz"
            html = gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / "html" / f"{name}.html").read_bytes()
            (pathlib.Path(scratch) / f"{name}.html").write_bytes(html)
        done = subprocess.run([program, "articles", scratch, "--jsonl"], capture_output=True, check=True)
    return {pathlib.PurePath(a["file"]).stem: a for a in map(json.loads, done.stdout.splitlines())}


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    folder = pathlib.Path(sys.argv[2])
    gold = dict(gold_of(folder))
    found = read(sys.argv[1], folder, gold)
    days, precisions, recalls, titles = collections.Counter(), [], [], []
    bare = lambda text: re.sub(r"\W+", " ", text or "").lower().strip()
    for name, wanted in gold.items():
        article = found.get(name) or {}
        if wanted.get("publish_date"):
            day = article.get("reported")
            days["none" if day is None else "right" if day == wanted["publish_date"][:10] else "wrong"] += 1
        ours, theirs = runs(article.get("text")), runs(wanted.get("main_content"))
        same = sum((ours & theirs).values())
        if ours:
            precisions.append(same / sum(ours.values()))
        if theirs:
            recalls.append(same / sum(theirs.values()))
        if wanted.get("title"):
            titles.append(bare(article.get("title")) == bare(wanted["title"]))
    p, r = statistics.mean(precisions), statistics.mean(recalls)
    n_days = sum(days.values())
    print(f"pages {len(gold)}, read {len(found)}")
    print("day   " + ", ".join(f"{kind} {days[kind] / n_days:.3f}" for kind in ("right", "wrong", "none")) + f" of {n_days}")
    print(f"body  precision {p:.3f}, recall {r:.3f}, F {2 * p * r / (p + r):.3f}")
    print(f"title right {statistics.mean(titles):.3f}")


if __name__ == "__main__":
    main()
