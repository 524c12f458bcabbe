#!/bin/sh
# Sets Tawsim up with everything its tests need, then looks at style, types and imports and runs the tests.
# Words given are passed to pytest:  sh packaging/test.sh tests/domain -k folding
extras='test'
. "$(dirname "$0")/setup.sh"
cd "$root"

# Tests with real key presses need an X server, a window manager and a keyboard tool; without them they are skipped.
tools=
for pair in Xvfb:xvfb xdotool:xdotool openbox:openbox setxkbmap:x11-xkb-utils; do
    command -v "${pair%:*}" >/dev/null || tools="$tools ${pair#*:}"
done
if [ -n "$tools" ]; then
    # shellcheck disable=SC2086 # a list of words
    apt_install $tools || say "the tests with real key presses will be skipped"
fi

# One test looks at the HTML page of an article in a real browser; without one it is skipped.
if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
    apt_install chromium || say "the test of the HTML page in a browser will be skipped"
fi

status=0
"$venv/bin/ruff" check --quiet . || status=1
"$venv/bin/mypy" --no-error-summary || status=1
"$venv/bin/lint-imports" >"$venv/lint-imports.txt" 2>&1 || { cat "$venv/lint-imports.txt"; status=1; }
"$python" -m pytest "$@" || status=$?
exit "$status"
