"""Actor: one person, country or organisation: offices, friends and foes, meetings, words and names; or two compared."""
from pages.parts.comparing import compare
from pages.parts.layout import open_page, stop_if_empty
from pages.parts.profile import choose_actors, choose_part, show_head
from pages.parts.relations import show_relations, show_telling
from pages.parts.wording import show_names, show_offices, show_quotations

page = open_page("actor")
stop_if_empty(page)
actor, other = choose_actors(page)
if other:
    compare(page, actor, other)
else:
    own = show_head(page, actor)
    part = choose_part(page)
    if part == "relations":
        show_relations(own, actor)
    elif part == "telling":
        show_telling(own, actor)
    elif part == "words":
        show_quotations(own, actor)
    else:
        show_offices(own, actor)
        show_names(own, actor)
