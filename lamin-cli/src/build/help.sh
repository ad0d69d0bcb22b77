#!/bin/sh
# help.sh APP: renders the help pages of the distribution in the folder APP.
app=$1
. "$app/lib/java.sh"
java_find
java_settings "$app"
# shellcheck disable=SC2086 # options are several words
exec "$java_home/bin/java" $java_options -XX:TieredStopAtLevel=1 -cp "$class_path" lamin.cli.HelpPages "$app/help"
