#!/bin/sh
# Measures Tawsim beside the bare limits of this machine, prints tables and writes a JSON file.
#   sh packaging/bench.sh --quick                  some minutes
#   sh packaging/bench.sh                          all of it; --articles 100000 for a large corpus
#   sh packaging/bench.sh --compare BEFORE.json    and what has changed since then; --help tells the rest
# TAWSIM_PYTHON=/path/to/python measures with that interpreter, without setting anything up.
if [ -z "${TAWSIM_PYTHON:-}" ]; then
    extras='test'
    . "$(dirname "$0")/setup.sh"
fi
cd "$(dirname "$0")/.."
exec "${TAWSIM_PYTHON:-.venv/bin/python}" -m tests.benchmarks "$@"
