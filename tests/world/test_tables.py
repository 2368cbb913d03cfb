"""The tables of countries, seats, organisations and offices: shape, references, no form for two actors."""
import re
from collections import Counter, defaultdict

import pytest

from analysis import world
from analysis.actors import lexicon
from analysis.spelling import fold_words
from analysis.world import reading
from tests.world.conftest import table

COLUMNS = {
    "countries.csv": "iso3,name,article,forms,adj_ms,adj_fs,adj_mp,adj_fp,demonyms,capital,wikidata,note",
    "seats.csv": "form,actor_id,kind,note",
    "organisations.csv": "org_id,name,forms,kind,country,parent,wikidata",
    "offices.csv": "office_id,role,forms,scope,implied,role_f,shared,stands_for",
}
#: states that are no more, known by their former ISO codes
FORMER = {"CSK", "DDR", "SUN", "YUG"}
#: adjectives of more than one state, the likelier one first in the table
SHARED_ADJECTIVES = {"congolais", "congolaise", "congolaises"}
#: capitals of territories that act for nobody in diplomatic news
DEPENDENT_CAPITALS = {"Avarua", "Alofi", "Willemstad", "Hamilton", "San Juan", "Torshavn", "Cayenne", "Mamoudzou", "Nouméa", "Papeete"}
#: a seat whose form is also a state's name: the state is read, whichever it is
SAME_AS_STATE = {"djibouti", "guatemala", "koweit", "luxembourg", "monaco", "panama", "singapour", "saint marin",
                 "sao tome", "cite du vatican"}


def fold(text):
    return " ".join(fold_words(text))


def forms_by_actor():
    for country in world.countries().values():
        yield from ((form, country.iso3) for form in (country.name, *country.forms))
    for seat in world.seats():
        yield seat.form, seat.actor_id
    for organisation in world.organisations().values():
        yield from ((form, organisation.org_id) for form in (organisation.name, *organisation.forms))


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_and_cells_are_clean(name):
    rows = table(reading.FOLDER / name)
    assert ",".join(rows[0].cells) == COLUMNS[name]
    faults = [f"{row.where} {column}: {cell!r}" for row in rows for column, cell in row.cells.items()
              if cell is None or cell != cell.strip() or "  " in cell or "’" in cell or cell.startswith("|") or cell.endswith("|") or "||" in cell]
    assert not faults


@pytest.mark.parametrize("name, key", [("countries.csv", "iso3"), ("organisations.csv", "org_id")])
def test_keys_are_unique(name, key):
    counted = Counter(row.cells[key] for row in table(reading.FOLDER / name))
    assert [value for value, times in counted.items() if times > 1] == []


def test_countries_have_their_parts():
    for country in world.countries().values():
        assert re.fullmatch(r"[A-Z]{3}", country.iso3), country
        assert country.article in ("", "la", "le", "l'", "les"), country
        assert all(len(variant) == 4 and all(variant) for variant in country.variants), country
        assert country.article != "l'" or fold(country.name)[0] in "aeiouhy", country
    assert FORMER <= set(world.countries())
    assert len(world.countries()) - len(FORMER) > 205


def test_references_between_the_tables_hold():
    actors = set(world.countries()) | set(world.organisations())
    faults = [f"seat {seat.form}: {seat.actor_id}" for seat in world.seats() if (seat.actor_id not in actors) != (seat.kind == "none")]
    for organisation in world.organisations().values():
        if organisation.country and organisation.country not in world.countries():
            faults.append(f"{organisation.org_id}: country {organisation.country}")
        if organisation.parent and organisation.parent not in world.organisations():
            faults.append(f"{organisation.org_id}: parent {organisation.parent}")
    for office in world.wordings():
        faults += [f"{office.office_id}: scope {code}" for code in office.scope if code not in actors]
        faults += [f"{office.office_id}: shared {code}" for code in office.shared if code not in actors | {"*"}]
        faults += [f"{office.office_id}: stands for {other}" for other in office.stands_for if other not in world.offices()]
    assert not faults


def test_kinds_and_ids_of_organisations():
    for organisation in world.organisations().values():
        assert organisation.kind in ("organisation", "institution", "group"), organisation
        if organisation.kind == "institution":
            assert organisation.org_id.startswith(f"{organisation.country}-"), organisation
        assert re.fullmatch(r"[A-Za-z0-9&+-]+", organisation.org_id), organisation
        assert organisation.org_id not in world.countries(), organisation


def test_kinds_of_seats():
    assert {seat.kind for seat in world.seats()} == {"capital", "seat", "territory", "none"}
    states = set(world.countries())
    assert [seat for seat in world.seats() if seat.kind in ("capital", "territory") and seat.actor_id not in states | {"UE"}] == []


def test_every_capital_of_the_table_of_countries_is_a_seat():
    capitals = {(fold(seat.form), seat.actor_id) for seat in world.seats() if seat.kind == "capital"}
    elsewhere = {"BEL"} | FORMER  # Bruxelles acts for the Union; former states have no capital of their own today
    missing = [country.capital for country in world.countries().values()
               if country.capital and country.iso3 not in elsewhere and country.needs_article is False and
               (fold(country.capital), country.iso3) not in capitals]
    assert set(missing) <= DEPENDENT_CAPITALS


#: parties and armies of one name, told apart by the state that an article names (analysis/actors/namesakes.py)
NAMESAKES = {"republicains", "parti socialiste", "armee de liberation nationale", "parti communiste", "parti conservateur", "parti travailliste",
             "verts", "parti vert", "parti social democrate", "parti democrate", "parti des travailleurs", "parti liberal", "parti baas", "baas",
             "parti colorado"}


def test_no_form_stands_for_two_actors():
    found = defaultdict(set)
    for form, actor_id in forms_by_actor():
        found[fold(form)].add(actor_id)
    assert {form for form, ids in found.items() if len(ids) > 1} == NAMESAKES
    kinds = world.organisations()
    assert {kinds[key].kind for form in NAMESAKES for key in found[form]} == {"group"}


def test_forms_of_one_actor_differ_by_more_than_capitals():
    """Twice the same folded words only as the name and a form with fewer capitals (Conseil fédéral, conseil fédéral)."""
    counted = Counter((fold(form), actor_id) for form, actor_id in forms_by_actor())
    assert [key for key, times in counted.items() if times > 2] == []
    in_cell = Counter((fold(form), o.org_id) for o in world.organisations().values() for form in o.forms)
    in_cell.update((fold(form), c.iso3) for c in world.countries().values() for form in c.forms)
    assert [key for key, times in in_cell.items() if times > 1] == []


def test_no_form_is_a_bare_number_or_letter():
    short = [(form, actor_id) for form, actor_id in forms_by_actor() if len(fold(form).replace(" ", "")) < 2 or fold(form).isdigit()]
    assert short == []


def test_adjectives_belong_to_one_state():
    found = defaultdict(list)
    for country in world.countries().values():
        for form in {form for variant in country.variants for form in variant}:
            found[form].append(country.iso3)
    assert {form for form, codes in found.items() if len(codes) > 1} == SHARED_ADJECTIVES


def test_offices_are_phrases_with_a_role():
    for office in world.wordings():
        assert re.fullmatch(r"[a-z0-9-]+", office.office_id), office
        assert office.forms and office.role and office.role_f, office
        assert not any("{" in form or "}" in form or "/" in form for form in office.forms), office
        assert not office.implied or len(office.scope) == 1, office


def test_a_wording_is_one_office_in_one_scope():
    """The same phrase for two offices only where their scopes keep them apart, or one of them is for all states."""
    found = defaultdict(set)
    for office in world.wordings():
        for form in office.forms:
            found[fold(form)] |= {(office.office_id, code) for code in office.scope or ("",)}
    clashes = {form: ids for form, ids in found.items() if len({code for _, code in ids}) < len(ids)}
    assert clashes == {}


def test_wikidata_ids_are_well_formed_and_unique():
    items = [(row.wikidata, key) for rows in (world.countries(), world.organisations()) for key, row in rows.items() if row.wikidata]
    assert [pair for pair in items if not re.fullmatch(r"Q[1-9]\d*", pair[0])] == []
    assert [item for item, times in Counter(item for item, _ in items).items() if times > 1] == []


def test_channels_are_organisations_once_each():
    listed = [row["org_id"] for row in lexicon.rows("channels.csv")]
    assert [key for key, times in Counter(listed).items() if times > 1] == []
    assert [key for key in listed if world.organisations()[key].kind != "organisation"] == []
    assert {row["kind"] for row in lexicon.rows("channels.csv")} == {"medium", "organ", "platform", "employer"}
