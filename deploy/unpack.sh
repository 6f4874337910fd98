#!/bin/sh
# Takes the jar apart, so that Java can keep what it has loaded for the next start (docs/deployment.md):
#
#   deploy/unpack.sh twitching-reference.jar /opt/twitching-reference
#
# Afterwards "java @/opt/twitching-reference/java-options" starts the same server, and deploy/keep-classes.sh makes
# that faster. Needs the "jar" of a JDK.
set -eu

jar=$(realpath "$1")
mkdir -p "$2"
to=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
jar --extract --file "$jar"
mv META-INF/MANIFEST.MF manifest
mkdir -p BOOT-INF/classes/META-INF
cp -r META-INF/. BOOT-INF/classes/META-INF/
rm -rf "$to/lib" "$to/application.jar" "$to/classes.jsa" "$to/classes.aot"
mv BOOT-INF/lib "$to/lib"
jar --create --file "$to/application.jar" --manifest manifest -C BOOT-INF/classes .
{
	printf -- '-XX:+ExitOnOutOfMemoryError\n-cp "%s/application.jar' "$to"
	# In this order, which decides where two of them hold the same class
	sed -n "s|^- \"BOOT-INF/\(.*\)\"\$|:$to/\1|p" BOOT-INF/classpath.idx | tr -d '\n'
	printf '"\norg.twitchingreference.TwitchingReference\n'
} > "$to/java-options"
