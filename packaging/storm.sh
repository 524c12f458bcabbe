#!/bin/sh
# Kills the program a thousand times while it works, then lets the disk fail at writes of every piece of work in turn
# (--points -1: at all of them), and prints what was tried, how often, and what was lost.
#   sh packaging/storm.sh [--kills 1000] [--seed 7] [--windows 0.1] [--points 10] [--keep FOLDER]
# --soak HOURS presses random keys instead and measures what grows. What feeds the readers: python -m tests.fuzz
set -eu
cd "$(dirname "$0")/.."
python="${TAWSIM_PYTHON:-.venv/bin/python}"
exec "$python" -m tests.storms "$@"
