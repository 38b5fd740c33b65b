#!/usr/bin/env python3
"""Writes what a package is made of as a CycloneDX 1.5 document: the programs with their hashes, and Debian's packages
that they are linked with or load.

usage: sbom.py VERSION OUTPUT PROGRAM… -- PACKAGE…    (PACKAGE: loaded at run time, so that no linker names it)"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import uuid


def said_by(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout


def libraries_of(program):
    return re.findall(r"(?:=> |^\s+)(/\S+) \(0x", said_by("ldd", program), re.MULTILINE)


def names_of(library):
    """Debian moved /lib into /usr, and its records name a file as its package has it."""
    path = pathlib.Path(library)
    return {str(path), str(path.resolve()), "/usr" + library, re.sub("^/usr", "", str(path.resolve()))}


def packages_of(libraries):
    """One question for all: dpkg reads all of its records for each."""
    names = {library: names_of(library) for library in libraries}
    run = subprocess.run(["dpkg-query", "--search", *set().union(*names.values())], capture_output=True, text=True)
    owners = dict(reversed(line.split(": ", 1)) for line in run.stdout.splitlines() if not line.startswith(("diversion", "local")))
    orphans = [library for library in names if not names[library] & owners.keys()]
    if orphans:
        sys.exit(f"sbom: no package has {', '.join(orphans)}")
    return {owners[name].split(",")[0] for library in names for name in names[library] & owners.keys()}


def component_of(package):
    fields = r"${Package}\t${Version}\t${Architecture}\t${source:Package}\t${source:Version}"
    name, version, architecture, source, source_version = said_by("dpkg-query", "--show", "--showformat", fields, package).split("\t")
    purl = f"pkg:deb/debian/{name}@{version.replace(':', '%3A')}?arch={architecture}"
    return {
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
        "properties": [{"name": "debian:source", "value": f"{source} {source_version}"}],
    }


def program_of(path, version):
    return {
        "type": "application", "bom-ref": f"tallylight:{path.name}", "name": path.name, "version": version,
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
    }


def main():
    version, output = sys.argv[1:3]
    split = sys.argv.index("--")
    programs = [pathlib.Path(program) for program in sys.argv[3:split]]
    libraries = {library for program in programs for library in libraries_of(program)}
    packages = packages_of(libraries) | set(sys.argv[split + 1:])
    parts = {part["bom-ref"]: part for part in map(component_of, packages)}
    libraries = [parts[name] for name in sorted(parts)]
    components = [program_of(program, version) for program in programs] + libraries
    product = f"pkg:deb/tallylight/tallylight@{version}"
    document = {
        "bomFormat": "CycloneDX", "specVersion": "1.5",
        "serialNumber": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components))),
        "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": product, "name": "tallylight", "version": version, "purl": product,
            "licenses": [{"license": {"id": "Apache-2.0"}}],
        }},
        "components": components,
        "dependencies": [{"ref": product, "dependsOn": [part["bom-ref"] for part in components]}],
    }
    pathlib.Path(output).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


main()
