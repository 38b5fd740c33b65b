#!/bin/sh
# Instructions per decode of the reference event: two runs, so that start and end of the program cancel out.
set -eu
program=${1:-build/bench/bin/decode_once}
count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" 2>&1 | sed -n 's/.*Collected : //p'
}
few=$(count 1000)
many=$(count 3000)
echo "$(((many - few) / 2000)) instructions per decode"
