# shellcheck shell=sh
# Sets Tawsim up in its checkout. Sourced by run.sh and test.sh, which first set:
#   extras   which extras of pyproject.toml to install; "test" has them all
# Afterwards $root is the checkout and $root/.venv holds everything. The second time nothing is installed.
# Exit status 3: something is missing that only an administrator can install; the command to type is printed.

set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
venv=$root/.venv
python=$venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK=1
PATH=$PATH:/usr/sbin:/sbin # ldconfig, for those who are not root

say() { printf '%s\n' "tawsim: $*" >&2; }

# What Qt's window plugin and Qt itself load, and the Debian package that holds each.
libraries='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libX11-xcb.so.1 libx11-xcb1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
'

missing_libraries() { # the packages of the libraries that the loader does not know
    known=$(ldconfig -p 2>/dev/null || true)
    printf '%s' "$libraries" | while read -r library package; do
        case $known in
            *"$library "*) ;;
            *) printf '%s ' "$package" ;;
        esac
    done
}

# apt_install PACKAGE...: with apt, as root or through sudo. Status 3 when that cannot be done, with the command to type.
apt_install() {
    by_hand="apt-get install --yes --no-install-recommends $*"
    if ! command -v apt-get >/dev/null; then
        say "these Debian packages, or your system's own of the same kind, are missing: $*"
        return 3
    fi
    if [ "$(id -u)" -eq 0 ]; then
        sudo=
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        sudo=sudo
    else
        say "something is missing that only an administrator can install. Type:"
        say "    su -c 'apt-get update && $by_hand'"
        return 3
    fi
    say "installing $*"
    # One list that cannot be fetched must not stop the rest, so the install itself decides.
    $sudo apt-get update -qq -o DPkg::Lock::Timeout=120 >/dev/null || say "the package lists could not all be fetched"
    $sudo env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq --yes --no-install-recommends -o DPkg::Lock::Timeout=120 "$@" >/dev/null || {
        say "that failed. Type:"
        say "    ${sudo:+sudo }$by_hand"
        return 3
    }
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() { # prints the first Python that is new enough (a shim that leads nowhere is not)
    for candidate in "${TAWSIM_PYTHON:-python3}" python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
        if command -v "$candidate" >/dev/null && new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

make_environment() {
    base=$(find_python) || {
        apt_install python3 python3-venv || exit 3
        base=$(find_python)
    } || {
        apt_install python3.11 python3.11-venv || exit 3 # an older system that has it beside its own
        base=$(find_python)
    } || {
        say "Tawsim needs Python 3.11 or newer."
        exit 3
    }
    if ! "$base" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$base" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        apt_install "python$version-venv" || exit 3
    fi
    say "making $venv with $("$base" -V)"
    "$base" -m venv --clear "$venv"
}

# What an installed environment depends on: the project's own statement, the interpreter, and where both lie.
fingerprint() { { cat "$root/pyproject.toml"; "$python" -V; echo "$root"; } 2>&1 | sha256sum | cut -d ' ' -f 1; }

installed() { # installed EXTRAS: whether the environment was filled for them, from this very pyproject.toml
    [ -x "$python" ] && [ "$(cat "$venv/installed-$1" 2>/dev/null)" = "$(fingerprint)" ]
}

fill_environment() {
    if installed "$extras" || { [ "$extras" != test ] && installed test; }; then
        return
    fi
    # A copied or moved checkout brings an environment whose scripts point to the old place.
    if ! [ -x "$python" ] || ! "$python" -c 'import pip' 2>/dev/null ||
        ! grep -qs "^#!$venv/bin/" "$venv/bin/pip"; then
        make_environment
    fi
    say "installing what Tawsim needs (only this time; up to some minutes)"
    rm -f "$venv"/installed-*
    "$python" -m pip install --quiet --editable "$root${extras:+[$extras]}" >&2
    fingerprint >"$venv/installed-$extras"
}

packages=$(missing_libraries)
if [ -n "$packages" ]; then
    # shellcheck disable=SC2086 # a list of words
    apt_install $packages || exit 3
fi
fill_environment
