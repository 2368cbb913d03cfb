"""The tables of holders: possible dates, known offices, one name a person, no two presidents at once."""
import re
from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from analysis import world
from analysis.world.reading import FOLDER, bounds

COLUMNS = "person_id,name,aliases,gender,country,office_id,start,end,precision,wikidata,source"
#: offices whose holders follow one another without a break, so that a break is a hole in the table
CONTINUOUS = ("president", "premier-ministre", "chancelier", "ministre-affaires-etrangeres", "ministre-defense")
#: two holders at once in the table, each with its reason
TOGETHER = {
    ("chef-opposition", "SYR"): "several bodies of the opposition",
}
#: breaks longer than a year since 2014 that are no hole, and the holes that are known
VACANT = {
    ("president", "HTI"): "a transitional council without a president",
    ("president", "LBN"): "vacant from 2014 to 2016 and from 2022 to 2025",
    ("premier-ministre", "SEN"): "no such post from 2019 to 2022",
    ("premier-ministre", "TCD"): "no such post from 2018 to 2021",
    ("ministre-affaires-etrangeres", "GUY"): "hole: 2019 to 2020",
    ("ministre-affaires-etrangeres", "MDG"): "hole: 2022 to 2024",
    ("ministre-affaires-etrangeres", "MNG"): "hole: 2015 to 2016",
    ("ministre-affaires-etrangeres", "SYC"): "hole: 2016 to 2020",
    ("ministre-defense", "KGZ"): "hole: 2014 to 2021",
    ("ministre-defense", "KWT"): "hole: 2022 to 2024",
    ("ministre-defense", "MNE"): "hole: 2022 to 2023",
    ("ministre-defense", "YEM"): "hole: 2015 to 2018",
}
#: half a century in one office is a slip of the pen, but for these
LONG = {"bhumibol-adulyadej", "carl-xvi-gustaf", "elizabeth-ii", "hassanal-bolkiah", "khalifa-ben-salmane-al-khalifa", "margrethe-ii",
        "mohammed-ben-rached-al-maktoum", "charles-iii", "qabous-ben-said", "tenzin-gyatso"}
LONGEST_BREAK = timedelta(days=366)
LATEST = date(2026, 12, 31)


def terms_by_office():
    found = defaultdict(list)
    for person in world.people().values():
        for term in person.terms:
            found[term.office_id, term.country].append(term)
    return {key: sorted(terms, key=lambda term: (term.first, term.last or date.max)) for key, terms in found.items()}


def test_columns(held):
    assert {",".join(row.cells) for row in held} == {COLUMNS}


def test_cells_are_clean(held):
    faults = [f"{row.where} {column}: {cell!r}" for row in held for column, cell in row.cells.items()
              if cell is None or cell != cell.strip() or "’" in cell or cell.startswith("|") or cell.endswith("|")]
    assert not faults


def test_ids_genders_precisions_sources(held):
    faults = []
    for where, cells in held:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cells["person_id"]):
            faults.append(f"{where}: id {cells['person_id']}")
        if cells["gender"] not in ("m", "f") or cells["precision"] not in ("day", "month", "year"):
            faults.append(f"{where}: gender {cells['gender']}, precision {cells['precision']}")
        if not cells["source"] or not cells["name"]:
            faults.append(f"{where}: without name or source")
    assert not faults


def test_offices_and_states_are_known(held):
    actors = set(world.countries()) | set(world.organisations())
    faults = [f"{where}: {cells['office_id']} in {cells['country']}" for where, cells in held
              if cells["office_id"] not in world.offices() or cells["country"] not in actors]
    assert not faults


def test_offices_are_held_where_they_exist(held):
    """An office all of whose rows are made for some states has no holder in another one."""
    faults = []
    for where, cells in held:
        rows = world.offices().get(cells["office_id"], ())
        if rows and not any(not row.scope or cells["country"] in row.scope for row in rows):
            faults.append(f"{where}: {cells['office_id']} in {cells['country']}")
    assert not faults


def test_dates_are_possible(held):
    faults = []
    for where, cells in held:
        first, _ = bounds(cells["start"])
        _, last = bounds(cells["end"])
        if first is None or (last and last < first):
            faults.append(f"{where}: {cells['start']} to {cells['end']}")
        elif first.year < 1940 or (last or first).year > 2027:
            faults.append(f"{where}: out of range, {cells['start']} to {cells['end']}")
        elif (last or LATEST).year - first.year > 48 and cells["person_id"] not in LONG:
            faults.append(f"{where}: out of range, {cells['person_id']} {cells['start']} to {cells['end']}")
    assert not faults


@pytest.mark.parametrize("cell, precision", [("2014", "year"), ("2014-05", "month"), ("2014-05-06", "day"), ("", "")])
def test_precision_of_a_date(cell, precision):
    assert precision_of(cell) == precision


def precision_of(cell):
    return {0: "", 4: "year", 7: "month", 10: "day"}[len(cell)]


def test_precision_is_the_coarser_of_both_dates(held):
    order = ("", "day", "month", "year")
    faults = [f"{where}: {cells['precision']} for {cells['start']} to {cells['end']}" for where, cells in held
              if cells["precision"] != max(precision_of(cells["start"]), precision_of(cells["end"]), key=order.index)]
    assert not faults


@pytest.mark.parametrize("column", ["name", "gender", "wikidata"])
def test_a_person_is_the_same_in_all_rows(held, column):
    values = defaultdict(set)
    for row in held:
        values[row.cells["person_id"]].add(row.cells[column])
    assert {key: found for key, found in values.items() if len(found - {""}) > 1} == {}


def test_a_name_is_one_person(held):
    ids = defaultdict(set)
    for row in held:
        ids[row.cells["name"].casefold()].add(row.cells["person_id"])
    homonyms = {name: found for name, found in ids.items() if len(found) > 1}
    states = {key: {term.country for term in world.people()[key].terms} for found in homonyms.values() for key in found}
    assert {name: found for name, found in homonyms.items()
            if set.intersection(*(states[key] for key in found))} == {}


def test_wikidata_items_are_well_formed_and_belong_to_one_person(held):
    items = defaultdict(set)
    for row in held:
        if row.cells["wikidata"]:
            items[row.cells["wikidata"]].add(row.cells["person_id"])
    assert [item for item in items if not re.fullmatch(r"Q[1-9]\d*", item)] == []
    assert {item: ids for item, ids in items.items() if len(ids) > 1} == {}
    others = {row.wikidata for row in (*world.countries().values(), *world.organisations().values()) if row.wikidata}
    assert others & set(items) == set()


def test_no_row_is_given_twice(held):
    rows = Counter((row.cells["person_id"], row.cells["country"], row.cells["office_id"], row.cells["start"]) for row in held)
    assert [key for key, times in rows.items() if times > 1] == []


def test_an_office_has_one_holder_at_a_time():
    """Terms of two people, in their narrowest reading, share at most one day, where the office is not shared."""
    faults = []
    for (office_id, country), terms in terms_by_office().items():
        rows = world.offices().get(office_id, ())
        if (office_id, country) in TOGETHER or any("*" in row.shared or country in row.shared for row in rows):
            continue
        for i, one in enumerate(terms):
            for other in terms[i + 1:]:
                if one.person_id != other.person_id and together(one, other):
                    faults.append(f"{country} {office_id}: {one.person_id} {one.first}–{one.last}, {other.person_id} {other.first}–{other.last}")
    assert not faults


def together(one, other):
    """Whether two terms surely overlap by more than a day."""
    start = max(one.sure_first, other.sure_first)
    end = min(one.sure_last or date.max, other.sure_last or date.max)
    return start < end


def test_the_great_offices_have_no_hole():
    faults = []
    for (office_id, country), terms in terms_by_office().items():
        if office_id not in CONTINUOUS or (office_id, country) in VACANT:
            continue
        end = terms[0].last or date.max
        for term in terms[1:]:
            if term.first.year > 2014 and term.first - LONGEST_BREAK > end:
                faults.append(f"{country} {office_id}: nobody from {end} to {term.first}")
            end = max(end, term.last or date.max)
    assert not faults


def test_files_are_by_region():
    assert {path.name for path in (FOLDER / "holders").glob("*")} <= {
        "europe.csv", "americas.csv", "asia.csv", "mideast.csv", "africa.csv", "organisations.csv"}
