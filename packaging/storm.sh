#!/bin/sh
# Kills the program a thousand times while it works, and prints what was tried, how often, and what was lost.
#   sh packaging/storm.sh [--kills 1000] [--seed 7] [--windows 0.1] [--keep FOLDER]
set -eu
cd "$(dirname "$0")/.."
python="${TAWSIM_PYTHON:-.venv/bin/python}"
exec "$python" -m tests.storms "$@"
