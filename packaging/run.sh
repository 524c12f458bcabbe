#!/bin/sh
# Sets Tawsim up, then opens it.
#
#   sh packaging/run.sh              the project that was open last; the first time, a project with the sample articles
#   sh packaging/run.sh PROJECT      that project; any other words go to `tawsim` as they are
#
# Where there is no display it runs the demonstration in a window off screen and says where its files lie:
#
#   sh packaging/run.sh [DIR]        DIR is ./demo-out unless given
extras=cas,parquet # a release writes Parquet, and INCEpTION reads CAS; spaCy alone is as large as all the rest
. "$(dirname "$0")/setup.sh"
tawsim=$venv/bin/tawsim

names_a_folder() { # whether the words are at most one, and that one neither an option nor a file nor a command
    case ${1:-} in
        -* | *.tawsim | demo | open) return 1 ;;
        *) [ $# -le 1 ] && ! [ -f "${1:-}" ] ;;
    esac
}

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && names_a_folder "$@"; then
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
    exec "$tawsim" demo --out "${1:-demo-out}"
fi
exec "$tawsim" "$@"
