#!/bin/sh
# Starts the server that deploy/unpack.sh took apart, once, until it is ready, and lets Java keep the classes it has
# loaded for every later start (docs/deployment.md):
#
#   deploy/keep-classes.sh /opt/twitching-reference
#
# It starts with no setting of this machine, listens at two free ports of 127.0.0.1 for as long as that takes, contacts
# nobody, and leaves one file beside the parts, which java-options names from then on. Of Java 25 or later that is an
# AOT cache.
set -eu

parts=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java=${JAVA:-java}
version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
if [ "$version" -ge 25 ]; then
	kept=classes.aot keep=AOTCacheOutput use=AOTCache
else
	kept=classes.jsa keep=ArchiveClassesAtExit use=SharedArchiveFile
fi
options=$parts/java-options
sed '/^-XX:\(SharedArchiveFile\|AOTCache\)=/d' "$options" > "$work/options"
rm -f "$parts/classes.jsa" "$parts/classes.aot"

# An EHR that is nowhere: nothing is asked before somebody opens a launch
mkdir "$work/launch-config"
cat > "$work/launch-config/nowhere.yml" <<- 'END'
	name: Nowhere
	environment: sandbox
	iss: https://nowhere.invalid/fhir
	client-id: nobody
	auth: none
	scopes: [launch, launch/patient, patient/Patient.rs, patient/Observation.rs, openid, fhirUser]
	source: deploy/keep-classes.sh
	verified-on: never
	END
cd "$work"
env -i PATH="$PATH" "$java" "-XX:$keep=$parts/$kept" "@$work/options" --server.port=0 --management.server.port=0 \
	"--launch-config=$work/launch-config" "--twitching.audit.file=$work/audit.jsonl" > log 2>&1 &
server=$!
until grep -q 'Warmed up in' log; do
	kill -0 "$server" 2> /dev/null || { cat log >&2; exit 1; }
	sleep 1
done
kill "$server"
wait "$server" || [ $? -eq 143 ] || { cat log >&2; exit 1; }
[ -s "$parts/$kept" ] || { cat log >&2; exit 1; }
{ printf -- '-XX:%s="%s"\n' "$use" "$parts/$kept"; cat "$work/options"; } > "$options.new"
mv "$options.new" "$options"
