#!/bin/sh
# Instructions per turn of a program that takes the number of its turns last (by default: decoding the reference
# event): two runs, so that start and end of the program cancel out.
set -eu
[ $# -gt 0 ] || set -- build/bench/bin/decode_once
count() {
    turns=$1
    shift
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" "$turns" 2>&1 | sed -n 's/.*Collected : //p'
}
few=$(count 1000 "$@")
many=$(count 3000 "$@")
echo "$(((many - few) / 2000)) instructions a turn"
