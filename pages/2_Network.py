"""Network: who takes stances towards whom, as arrows between people or countries; in periods, and around one of them."""
from pages.parts.graphs import choose_network, network_of, show_network, show_play, show_two_periods
from pages.parts.layout import open_page, stop_if_empty
from pages.parts.table import show_changes, show_edges, show_nodes

page = open_page("network")
stop_if_empty(page)
asked = choose_network(page)
drawn = network_of(page, asked)
if asked.mode == "two":
    both = show_two_periods(page, asked, drawn)
    if both:
        show_changes(page, both)
elif asked.mode == "play":
    show_play(page, asked, drawn)
else:
    show_network(page, asked, drawn)
show_nodes(page, drawn)
show_edges(page, drawn)
