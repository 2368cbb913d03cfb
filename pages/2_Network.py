from pages.parts.layout import open_page, stop_if_empty

page = open_page("network")
stop_if_empty(page)
