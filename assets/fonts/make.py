#!/usr/bin/env python3
"""Make the font that Dateline carries: python3 make.py NotoSansCJK-Regular.ttc

Needs fonttools (pip install fonttools==4.68.0) and Debian's package fonts-noto-cjk, or any
NotoSansCJK-Regular.ttc of Noto Sans CJK 2.004. Writes NotoSansCJKkr-subset.otf beside this script:
Latin, Hangul of KS X 1001, compatibility jamo, Kana, kanji of JIS X 0208 level 1, arrows and marks."""
import pathlib
import sys

from fontTools import subset

KOREAN_FACE = 1


def of_two_bytes(encoding, first, second):
    """The characters of a two-byte encoding in these rows and cells."""
    for a in first:
        for b in second:
            try:
                yield bytes([a, b]).decode(encoding)
            except UnicodeDecodeError:
                pass


def characters():
    cells = range(0xA1, 0xFF)
    yield from map(chr, range(0x20, 0x7F))
    yield from map(chr, range(0xA0, 0x100))
    yield from of_two_bytes("euc_kr", range(0xB0, 0xC9), cells)  # 2,350 syllables
    yield from of_two_bytes("euc_jp", range(0xA4, 0xA6), cells)  # Hiragana, Katakana
    yield from of_two_bytes("euc_jp", range(0xB0, 0xD0), cells)  # 2,965 kanji
    yield from map(chr, range(0x3131, 0x318F))  # jamo
    yield from map(chr, range(0x3000, 0x3020))  # CJK punctuation
    yield from map(chr, range(0xFF01, 0xFF5F))  # full-width forms
    yield from "‐‑‒–—―‘’‚“”„†‡•‥…‰′″‹›※⁄€₩™№℃"
    yield from "←↑→↓↔↕↖↗↘↙⇐⇒⇔−×÷±≈≠≤≥∞"
    yield from "■□▢▣▪▫▲△▶▷▼▽◀◁◆◇○◎●◐◑◯★☆☎♀♂♠♣♥♦♪♫♬✓✔✕✖✗✚❶①②③④⑤⑥⑦⑧⑨⑩"


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    options = subset.Options(
        font_number=KOREAN_FACE, hinting=False, desubroutinize=True, drop_tables=["DSIG"],
        layout_features=["kern", "liga", "ccmp", "locl", "mark", "mkmk"], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
    )
    font = subset.load_font(sys.argv[1], options)
    font.recalcTimestamp = False  # the same bytes each time
    wanted = sorted({ord(c) for c in characters()})
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    out = pathlib.Path(__file__).with_name("NotoSansCJKkr-subset.otf")
    subset.save_font(font, str(out), options)
    missing = [chr(c) for c in wanted if c not in font.getBestCmap()]
    print(f"{out.name}: {out.stat().st_size} bytes, {len(font.getBestCmap())} characters, without {''.join(missing)}")


if __name__ == "__main__":
    main()
