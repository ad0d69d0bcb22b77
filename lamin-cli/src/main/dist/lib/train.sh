#!/bin/sh
# Makes the cache of classes ready to run, once for these jars and this Java (25 or newer). The build runs it; after
# unpacking a distribution it may be run by hand. Everything works without it, only slower.
app=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 1

. "$app/lib/java.sh"
java_find
java_settings "$app"
[ -n "$cache" ] && [ ! -s "$cache" ] || exit 0

mkdir -p "$app/cache" || exit 1
fresh=$app/cache/.$$.aot
libraries=${cache%.aot}.libraries
home=$(mktemp -d) || exit 1
trap 'rm -rf "$fresh" "$fresh.config" "$home"' EXIT
trap 'exit 130' HUP INT TERM

rm -rf "$app"/cache/*.libraries
mkdir "$libraries" || exit 1

# C1 in training too: recorded profiles would keep C2 busy at every start. The JVM prints on stdout while it writes.
# shellcheck disable=SC2086 # options are several words
HOME=$home XDG_CONFIG_HOME=$home/.config "$java_home/bin/java" $java_options -XX:TieredStopAtLevel=1 \
  "-XX:AOTCacheOutput=$fresh" "-Duser.home=$home" -cp "$class_path" lamin.cli.Training "$home" "$libraries" \
  > "$app/cache/training.log" 2>&1 && [ -s "$fresh" ] || {
  echo "lamin: no start-up cache was made:" >&2
  tail -n 5 "$app/cache/training.log" >&2
  exit 1
}
rm -f "$app"/cache/*.aot
mv -f "$fresh" "$cache"
