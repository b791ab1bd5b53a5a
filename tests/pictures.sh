#!/usr/bin/env bash
# Pictures of every view of the real program, on a screen that nobody sees.
#
#   tests/pictures.sh [FOLDER] [PROGRAM]     writes PNG files to FOLDER (default target/pictures)
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

Xvfb "$DISPLAY" -screen 0 2560x1600x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
trap 'kill "$screen" 2>/dev/null; rm -rf "$home"' EXIT
sleep 1
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

# one round of pictures: theme, text size, width, height
round() {
    local theme=$1 text=$2 width=$3 height=$4 name=$1-$3x$4-$2
    rm -rf "${home:?}"/*
    mkdir -p "$home/dateline"
    printf '{"app": "(theme:\\"%s\\",text_size:%s,folded:[\\"background\\"])"}\n' "$theme" "$text" >"$home/dateline/app.ron"
    "$program" "$story" >/dev/null 2>&1 &
    local running=$!
    window=
    for _ in $(seq 50); do
        window=$(xdotool search --onlyvisible --name Dateline 2>/dev/null | tail -1 || true)
        [ -n "$window" ] && break
        sleep 0.2
    done
    xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height" windowfocus "$window"
    sleep 2
    shoot "$name-timeline"
    shoot "$name-by-report-date" a
    shoot "$name-list" 2
    shoot "$name-list-by-claimed-date" a
    shoot "$name-date-history" 3
    shoot "$name-wide" 1 Escape
    shoot "$name-known-on" alt+Down alt+Down
    shoot "$name-help" alt+Up alt+Up question
    shoot "$name-settings" Escape ctrl+comma
    shoot "$name-what-was-read" Escape r
    shoot "$name-go-to" Escape g
    shoot "$name-no-match" Escape slash z z z
    kill "$running"
    wait "$running" 2>/dev/null || true
}

for theme in light dark; do
    round "$theme" 1.0 1280 800
    round "$theme" 1.0 1920 1080
    round "$theme" 2.0 2560 1600
done
round light 1.0 1024 640
echo "pictures are in $folder"
