"""Files of every kind, good and bad, damaged at random: cut, flipped, filled, repeated, two of them mixed."""
from collections.abc import Iterator
from random import Random

from tests.hostile import archives, documents, pages, tables, texts
from tests.readers.test_formats import CASES as GOOD
from tests.readers.test_mutations import mutated

_LARGEST = 400_000  # bytes of a file worth the time of damaging


def sources() -> dict[str, bytes]:
    """Files to damage: those of every format that is read, and bad ones that are not huge."""
    made = {f"bon-{name}": data for name, (data, *_) in GOOD.items()}
    made |= {case.name: case.make() for module in (texts, pages, documents, tables, archives) for case in module.CASES
             if case.name.isprintable() and "bombe" not in case.name and "cent-mille" not in case.name and "mille-pages" not in case.name}
    return {name: data for name, data in made.items() if 0 < len(data) <= _LARGEST}


def mutants(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """``count`` damaged files, the same for the same seed; each is damaged once to three times."""
    chance, known = Random(seed), sources()
    names = sorted(known)
    for number in range(count):
        name = names[chance.randrange(len(names))]
        data = known[name]
        for _ in range(chance.randint(1, 3)):
            data = mutated(data, chance) or b"\n"
        if not chance.randrange(8):
            other = known[names[chance.randrange(len(names))]]
            data = data[:chance.randrange(1, len(data) + 1)] + other[chance.randrange(len(other)):]
        yield f"{number:04}-{name}", data
