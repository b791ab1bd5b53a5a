#!/usr/bin/env bash
# Pictures of every view of the real program, on a screen that nobody sees.
#
#   tests/pictures.sh [FOLDER] [PROGRAM]     writes PNG files to FOLDER (default target/pictures)
#   README=1 tests/pictures.sh               only the three of the README, to assets/screenshots
#   STORY=FOLDER tests/pictures.sh           of another story than the sample
#
# Needs the Debian packages: xvfb openbox xdotool imagemagick libgl1-mesa-dri libegl1 libxkbcommon-x11-0 libxcursor1 libxi6
set -euo pipefail
cd "$(dirname "$0")/.."

folder=${1:-target/pictures}
program=${2:-target/release/dateline}
story=${STORY:---sample}
home=$(mktemp -d)
mkdir -p "$folder"
export DISPLAY=:${SCREEN:-79} XDG_DATA_HOME=$home XDG_RUNTIME_DIR=$home

Xvfb "$DISPLAY" -screen 0 2600x1700x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
trap 'kill "$screen" 2>/dev/null; rm -rf "$home"' EXIT
for _ in $(seq 100); do
    xdotool getdisplaygeometry >/dev/null 2>&1 && break
    sleep 0.2
done
openbox >/dev/null 2>&1 &
sleep 0.5

# shoot NAME KEY…: presses the keys, waits until the window is still, writes the picture
shoot() {
    local name=$1
    shift
    for key in "$@"; do
        xdotool key --window "$window" "$key"
        sleep 0.3
    done
    sleep 0.7
    import -window "$window" "$folder/$name.png"
}

# click X Y: a click in the window, and the pointer put out of the way
click() {
    xdotool mousemove --window "$window" "$1" "$2" click 1
    sleep 0.4
    rest
}

# puts the pointer where no window is, so that nothing explains itself
rest() {
    xdotool mousemove 2598 1698
}

# open THEME TEXT WIDTH HEIGHT [STORY…]: starts the program in a window of that size
open() {
    local theme=$1 text=$2
    width=$3 height=$4
    shift 4
    rm -rf "${home:?}"/*
    mkdir -p "$home/dateline"
    printf '{"app": "(theme:\\"%s\\",text_size:%s,folded:[\\"background\\"])"}\n' "$theme" "$text" >"$home/dateline/app.ron"
    "$program" "$@" >/dev/null 2>&1 &
    running=$!
    window=
    for _ in $(seq 400); do
        window=$(xdotool search --onlyvisible --name Dateline 2>/dev/null | tail -1 || true)
        [ -n "$window" ] && break
        sleep 0.2
    done
    if [ -z "$window" ]; then
        echo "$program opened no window" >&2
        exit 1
    fi
    xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height" windowfocus "$window"
    rest
    sleep 2
}

close() {
    kill "$running"
    wait "$running" 2>/dev/null || true
}

# one round of pictures: theme, text size, width, height
round() {
    local name=$1-$3x$4-$2
    open "$@" "$story"
    # a window that is made narrow has its detail open; one that opens narrow waits for a key
    if [ "$3" -lt 1100 ]; then shoot "$name-timeline" Escape; else shoot "$name-timeline"; fi
    shoot "$name-detail" bracketright bracketleft
    shoot "$name-by-report-date" a
    shoot "$name-list" 2
    shoot "$name-list-by-claimed-date" a
    shoot "$name-date-history" 3
    shoot "$name-date-history-near" plus plus Prior
    shoot "$name-wide" 1 Escape
    shoot "$name-list-wide" 2
    shoot "$name-date-history-wide" 3
    shoot "$name-last-lanes" 1 End
    shoot "$name-changed-only" Home c
    shoot "$name-known-on" c alt+Down alt+Down
    shoot "$name-help" alt+Up alt+Up question
    shoot "$name-settings" Escape ctrl+comma
    shoot "$name-what-was-read" Escape r
    shoot "$name-go-to" Escape g
    shoot "$name-no-match" Escape slash z z z
    close
    open "$@"
    shoot "$name-empty"
    close
    open "$@" "$home/no-such-folder"
    shoot "$name-failed"
    close
}

# menus and tabs, which stand where they stand in a window of 1280 by 800
menus() {
    open "$1" 1.0 1280 800 "$story"
    local name=$1-1280x800-1.0
    click 994 147 && shoot "$name-history-tab"
    click 1060 147 && shoot "$name-names-tab"
    click 1117 147 && shoot "$name-notes-tab"
    click 782 26 && shoot "$name-filter-menu"
    xdotool key --window "$window" Escape && click 860 26 && shoot "$name-known-on-menu"
    xdotool key --window "$window" Escape && click 1173 112 && shoot "$name-copy-menu"
    xdotool key --window "$window" Escape && click 1239 26 && shoot "$name-menu"
    close
}

# the README's three, small enough to be kept
readme() {
    open light 1.0 1280 800 "$story"
    shoot timeline
    shoot list a 2
    shoot date-history 3
    close
    for name in timeline list date-history; do
        convert "$folder/$name.png" -dither None -colors 256 -define png:compression-level=9 -strip "assets/screenshots/$name.png"
    done
}

if [ -n "${README:-}" ]; then
    readme
    exit
fi
for theme in light dark; do
    round "$theme" 1.0 1280 800
    round "$theme" 1.0 1920 1080
    round "$theme" 2.0 2560 1600
    menus "$theme"
done
round light 1.0 1024 640
round light 2.0 1280 800
echo "pictures are in $folder"
