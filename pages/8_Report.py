"""Report: the charts and sentences picked on the other pages, put in order and taken away as one file."""
from pages.parts import notebook, reporting
from pages.parts.layout import open_tool

texts = open_tool("report")
reporting.say_where_it_is(texts)
if notebook.items():
    reporting.show_files(texts)
    reporting.show_items(texts)
else:
    reporting.say_how_to_begin(texts)
