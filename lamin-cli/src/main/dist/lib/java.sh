# Which Java runs lamin, and how it is started. Read by bin/lamin, lib/train.sh and the launcher of the source tree.
# shellcheck shell=sh

java_min=21

# java_version_of HOME: sets $version to the major version that the home's release file names; starts no process.
java_version_of() {
  version=
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*) version=${line#JAVA_VERSION=\"}; version=${version%%[!0-9]*} ;;
    esac
  done < "$1/release"
  [ -n "$version" ]
}

# java_fits HOME: new enough, and with a compiler when $java_needs is javac.
java_fits() {
  [ -n "$1" ] && java_version_of "$1" && [ "$version" -ge "$java_min" ] &&
    { [ "${java_needs:-}" != javac ] || [ -x "$1/bin/javac" ]; }
}

java_take() {
  java_fits "$1" && java_home=$1 java_version=$version
}

java_take_if_newer() {
  java_fits "$1" && [ "$version" -gt "$java_version" ] && java_home=$1 java_version=$version
}

# The home of the java on the PATH, behind links and behind scripts that choose one.
java_home_on_path() {
  found=$(command -v java 2>/dev/null) || return 1
  if [ "$found" = /usr/bin/java ] && [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$java_min+" 2>/dev/null
    return
  fi
  found=$(readlink -f -- "$found" 2>/dev/null || printf '%s' "$found")
  if [ -r "${found%/bin/java}/release" ]; then
    printf '%s' "${found%/bin/java}"
  else
    "$found" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
  fi
}

# The newest in the folders where Java usually is.
java_take_newest() {
  java_version=0
  home=${HOME:-/nonexistent}
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* "${SDKMAN_DIR:-$home/.sdkman}"/candidates/java/* \
    "$home"/.jdks/* "$home"/.jbang/cache/jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    java_take_if_newer "$candidate"
  done
  [ "$java_version" -gt 0 ]
}

# A Java that the user names is never replaced by another one.
java_take_named() {
  java_take "$LAMIN_JAVA_HOME" && return
  if [ ! -x "$LAMIN_JAVA_HOME/bin/java" ]; then
    found="has no bin/java"
  elif ! java_version_of "$LAMIN_JAVA_HOME"; then
    found="has no file 'release' with its version"
  elif [ "$version" -lt "$java_min" ]; then
    found="is Java $version"
  else
    found="has no bin/javac"
  fi
  echo "lamin: LAMIN_JAVA_HOME=$LAMIN_JAVA_HOME $found; set it to the home of a JDK $java_min or newer, or unset it" >&2
  exit 6
}

# Sets $java_home and $java_version, or ends with exit code 6.
java_find() {
  if [ -n "${LAMIN_JAVA_HOME:-}" ]; then
    java_take_named
    return
  fi
  java_take "${JAVA_HOME:-}" || java_take "$(java_home_on_path)" || java_take_newest || {
    echo "lamin: needs a JDK $java_min or newer; none in LAMIN_JAVA_HOME, JAVA_HOME, the PATH and the usual folders" >&2
    echo "  install one (apt install openjdk-25-jdk, brew install openjdk, sdk install java) or set LAMIN_JAVA_HOME" >&2
    exit 6
  }
}

# java_settings APP: sets $java_options, $class_path and $cache, the file that holds the classes ready to run.
# The JVM (25) does not notice a jar replaced under its cache and would run the old code: the name of the cache is made
# of the jars' content (lib/.build-id), their sizes and times, the JVM and these options.
java_settings() {
  # a cache is dropped whole when native access is not as it was in training; -Xlog: the JVM would warn on stdout
  java_options="-XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Djdk.console=java.base --enable-native-access=ALL-UNNAMED"
  java_options="$java_options -Dorg.jboss.logging.provider=slf4j"
  class_path=
  while IFS= read -r jar; do
    class_path=$class_path${class_path:+:}$1/lib/$jar
  done < "$1/lib/.class-path"
  cache=
  [ "$java_version" -ge 25 ] || return 0
  key=$({ cat "$1/lib/.build-id" "$java_home/release"; LC_ALL=C ls -lnL "$1/lib"; echo "$java_options"; } | cksum)
  cache=$1/cache/${key%% *}.aot
}
