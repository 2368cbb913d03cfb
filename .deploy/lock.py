"""A report of pip about what it would install → the lock with hashes, on standard output. The command is in README.md."""
import json
import re
import sys


def main() -> None:
    """One line a package: name, version and the hash of the file that pip chose; no address of where it lay."""
    for each in sorted(json.load(sys.stdin)["install"], key=lambda each: each["metadata"]["name"].lower()):
        name = re.sub(r"[-_.]+", "-", each["metadata"]["name"]).lower()
        print(f"{name}=={each['metadata']['version']} --hash=sha256:{each['download_info']['archive_info']['hashes']['sha256']}")


if __name__ == "__main__":
    main()
