# What the scripts here share; to be sourced, in the project's folder.

say() { printf '\n== %s\n' "$*"; }

fail() {
    echo "$*" >&2
    exit 1
}

# The version of the project's pom, or of the tool or library that a property of it names.
version_of() {
    local element=${1:+$1.}version
    sed -n "s:^ *<$element>\(.*\)</$element>\$:\1:p" pom.xml | head -1
}

# All JDKs that the build finds, the newest last: "25 /where/it/is". The build's own search, so that what is found here is
# what the build will use.
jdks() {
    local answer
    answer=$(mvn -B -N toolchains:display-discovered-jdk-toolchains 2>&1) || {
        echo "$answer" >&2
        return
    }
    echo "$answer" |
        sed -n -e 's/^\[INFO\]  *- \(.*\)/home \1/p' -e 's/^\[INFO\]  *version: \([0-9]*\).*/version \1/p' |
        awk '{ kind = $1; sub("^" kind " ", "") } kind == "home" { home = $0 } kind == "version" { print $0, home }' |
        sort -n
}

# Makes a local Maven repository in the folder named: with all of the user's, by links, but for what Deft publishes.
# So nothing is loaded twice, a machine without network will do, and the user's own repository never sees an install.
private_repository() {
    local repository=$1 own="$HOME/.m2/repository" entry
    mkdir -p "$repository/dev"
    for entry in "$own"/* "$own"/dev/*; do
        case ${entry#"$own/"} in
            '*' | 'dev/*' | dev | dev/deft) ;;
            *) ln -s "$entry" "$repository/${entry#"$own/"}" ;;
        esac
    done
}

entries_of() { unzip -Z1 "$1" 2>/dev/null || jar tf "$1"; }

# The text of one entry of a jar.
entry_of() { unzip -p "$1" "$2" 2>/dev/null || (cd "$(mktemp -d)" && jar xf "$1" "$2" && cat "$2"); }
