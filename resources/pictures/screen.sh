# A virtual screen of our own, a program on it, and pictures of it. Sourced by ./dev and by make, from the project's folder.
# Needs SCREEN_PACKAGES of ./dev; what is started here is ended with the script that has sourced it. Expects say and fail.
# shellcheck shell=bash

STARTED=() # process ids that this script started and has to end
RUNTIME=   # a private XDG_RUNTIME_DIR, where there is none

end_newest() { # COUNT: how many stay
    local process
    while [ ${#STARTED[@]} -gt "$1" ]; do
        process=${STARTED[-1]}
        unset 'STARTED[-1]'
        kill "$process" 2>/dev/null || continue
        wait "$process" 2>/dev/null || true
    done
}

end_started() {
    end_newest 0
    [ -z "$RUNTIME" ] || rm -rf "$RUNTIME"
}
trap end_started EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

poll() { # SECONDS COMMAND…: until the command succeeds
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.1
    done
}

private_runtime() { # a session's folder: mine, or one for this run
    RUNTIME=$(mktemp -d)
    chmod 700 "$RUNTIME"
    export XDG_RUNTIME_DIR=$RUNTIME XDG_CONFIG_HOME=$RUNTIME/config XDG_DATA_HOME=$RUNTIME/data XDG_CACHE_HOME=$RUNTIME/cache
    export TALLYLIGHT_INSTANCE=dev-$$
}

start_screen() { # WIDTHxHEIGHT
    mkdir -p build/pictures
    : >build/pictures/display
    Xvfb -displayfd 3 -screen 0 "${1}x24" -nolisten tcp 3>build/pictures/display >build/pictures/xvfb.log 2>&1 &
    STARTED+=($!)
    poll 15 grep -q . build/pictures/display || fail "Xvfb did not start; what it said is in build/pictures/xvfb.log"
    DISPLAY=:$(cat build/pictures/display)
    export DISPLAY
    unset WAYLAND_DISPLAY
    openbox >build/pictures/openbox.log 2>&1 &
    STARTED+=($!)
    poll 15 eval 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id"' || fail "the window manager openbox did not start"
}

window_of() { xdotool search --onlyvisible --pid "$1" 2>/dev/null | tail -n 1; }
has_window() { [ -n "$(window_of "$1")" ] || ! kill -0 "$1" 2>/dev/null; }

start_program() { # COMMAND…: in the background; sets PROGRAM and waits for its window
    [ -z "$RUNTIME" ] || rm -rf "$XDG_DATA_HOME" # or it tells how the one before was ended
    "$@" >build/pictures/program.log 2>&1 &
    PROGRAM=$!
    STARTED+=("$PROGRAM")
    poll 30 has_window "$PROGRAM" || fail "no window of $1 within 30 s; what it said is in build/pictures/program.log"
    expect_running
}

expect_running() {
    kill -0 "$PROGRAM" 2>/dev/null || { cat build/pictures/program.log >&2; fail "the program ended by itself"; }
}

picture() { # FILE
    expect_running
    import -window "$(window_of "$PROGRAM")" "$1" || fail "no picture could be taken"
    say "saved $1"
}
