"""Every regular expression of the analysis and the pages, found by walking their modules, and texts that press hard on it."""
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from inspect import signature
from itertools import product

import analysis

_PARSER, _CONSTANTS = re._parser, re._constants
_SAMPLES = {_CONSTANTS.CATEGORY_DIGIT: "1", _CONSTANTS.CATEGORY_NOT_DIGIT: "a", _CONSTANTS.CATEGORY_WORD: "a",
            _CONSTANTS.CATEGORY_NOT_WORD: "-", _CONSTANTS.CATEGORY_SPACE: " ", _CONSTANTS.CATEGORY_NOT_SPACE: "a"}
_MOST_LETTERS = 10
_SLOW_LOADERS = ("load", "_load", "_model", "model")
_SKIPPED = ("__main__", "_child", ".child", "stances.training", "french.train")


def modules() -> Iterator:
    """All modules of the analysis that can be imported without doing anything."""
    for found in pkgutil.walk_packages(analysis.__path__, "analysis."):
        if not any(part in found.name for part in _SKIPPED):
            yield importlib.import_module(found.name)


def patterns() -> dict[str, re.Pattern]:
    """``module.NAME`` → expression, those in tuples, lists and dicts too; each expression once."""
    found: dict[str, re.Pattern] = {}
    seen: set[re.Pattern] = set()
    for module in modules():
        for name, value in list(vars(module).items()):
            for number, pattern in enumerate(_inside(_made(value, module))):
                if pattern not in seen and isinstance(pattern.pattern, str):
                    seen.add(pattern)
                    found[f"{module.__name__}.{name}" + (f"[{number}]" if number else "")] = pattern
    return found


def _made(value: object, module) -> object:
    """What a loader of the module makes of tables that it keeps; anything else as it is."""
    loader = hasattr(value, "cache_info") and value.__module__ == module.__name__ and not signature(value).parameters
    return value() if loader and not any(value.__name__.startswith(part) for part in _SLOW_LOADERS) else value


def _inside(value: object, depth: int = 0) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | frozenset | set) and depth < 3:
        for each in value:
            yield from _inside(each, depth + 1)
    elif is_dataclass(value) and not isinstance(value, type) and depth < 3:
        for field in fields(value):
            yield from _inside(getattr(value, field.name), depth + 1)
    elif isinstance(value, dict) and depth < 3:
        for each in value.values():
            yield from _inside(each, depth + 1)


def tree(pattern: re.Pattern):
    """The parsed expression."""
    return _PARSER.parse(pattern.pattern, pattern.flags & ~re.UNICODE & ~re.DEBUG)


def units(pattern: re.Pattern) -> list[str]:
    """Short strings to repeat: each letter that the expression knows, each pair of them, and a string that matches."""
    letters = list(dict.fromkeys([*_letters(tree(pattern)), "a", " ", "1"]))[:_MOST_LETTERS]
    return list(dict.fromkeys([*letters, *("".join(pair) for pair in product(letters, letters)), example(tree(pattern)) or "x"]))


def _letters(node) -> Iterator[str]:
    for code, value in node:
        if code is _CONSTANTS.LITERAL:
            yield chr(value)
        elif code is _CONSTANTS.IN:
            yield _of_set(value)
        for inner in _children(code, value):
            yield from _letters(inner)


def _children(code, value) -> list:
    if code in (_CONSTANTS.MAX_REPEAT, _CONSTANTS.MIN_REPEAT, _CONSTANTS.POSSESSIVE_REPEAT):
        return [value[2]]
    if code is _CONSTANTS.SUBPATTERN:
        return [value[-1]]
    if code is _CONSTANTS.BRANCH:
        return list(value[1])
    if code in (_CONSTANTS.ASSERT, _CONSTANTS.ASSERT_NOT):
        return [value[1]]
    return [value] if code is _CONSTANTS.ATOMIC_GROUP else []


def _of_set(members: list) -> str:
    if members[0][0] is _CONSTANTS.NEGATE:
        return next(letter for letter in "a -1«" if (_CONSTANTS.LITERAL, ord(letter)) not in members)
    code, value = members[0]
    return chr(value) if code is _CONSTANTS.LITERAL else chr(value[0]) if code is _CONSTANTS.RANGE else _SAMPLES.get(value, "a")


def example(node) -> str:
    """A string that the expression, or nearly so, matches: each repeat once or as often as it must."""
    found = ""
    for code, value in node:
        if code is _CONSTANTS.LITERAL:
            found += chr(value)
        elif code is _CONSTANTS.IN:
            found += _of_set(value)
        elif code is _CONSTANTS.ANY or code is _CONSTANTS.NOT_LITERAL:
            found += "a"
        elif code in (_CONSTANTS.MAX_REPEAT, _CONSTANTS.MIN_REPEAT, _CONSTANTS.POSSESSIVE_REPEAT):
            found += example(value[2]) * max(1, min(value[0], 40))
        elif code not in (_CONSTANTS.ASSERT, _CONSTANTS.ASSERT_NOT):
            inner = _children(code, value)
            found += example(inner[0]) if inner else ""
    return found


def open_repeats(pattern: re.Pattern) -> list[str]:
    """Repeats without an end that could make a search superlinear: one inside another, or one that something must follow.

    A repeat without an end that stands last, or behind which all can be empty, is linear: nothing sends it back.
    """
    return list(_open(tree(pattern), False, False))


def _open(node, inside: bool, followed: bool) -> Iterator[str]:
    items = list(node)
    for number, (code, value) in enumerate(items):
        rest = followed or any(_least(item) for item in items[number + 1:])
        if code in (_CONSTANTS.MAX_REPEAT, _CONSTANTS.MIN_REPEAT):
            endless = value[1] is _CONSTANTS.MAXREPEAT
            if endless and (inside or rest):
                yield "one repeat without an end in another" if inside else "something must follow a repeat without an end"
            yield from _open(value[2], inside or endless, rest or endless)
        else:
            for inner in _children(code, value):
                yield from _open(inner, inside, rest)


def _least(item) -> bool:
    """Whether an item can fail: it takes a character, or looks at one."""
    code, value = item
    if code in (_CONSTANTS.MAX_REPEAT, _CONSTANTS.MIN_REPEAT):
        return value[0] > 0
    if code is _CONSTANTS.SUBPATTERN:
        return any(map(_least, value[-1]))
    if code is _CONSTANTS.BRANCH:
        return any(any(map(_least, branch)) for branch in value[1])
    return True
