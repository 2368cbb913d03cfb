"""Which language a text is in."""
import pytest

from analysis.readers.speech import language_of

TEXTS = {
    "fr": "Le ministre a dit que les discussions avec son homologue étaient closes et qu'il partait dans la soirée.",
    "en": "The minister said that the talks with his counterpart were at an end, and that he would leave in the evening.",
    "de": "Der Minister sagte, dass die Gespräche mit dem Amtskollegen zu Ende sind und er am Abend nach Hause fliegt.",
    "es": "El ministro dijo que las conversaciones con su homólogo habían terminado y que se iba por la noche, según los suyos.",
    "it": "Il ministro ha detto che le discussioni con il suo omologo sono finite e che è partito nella notte, come gli altri.",
    "pt": "O ministro disse que as conversas com o seu homólogo terminaram e que ele não ia para casa até à noite, como os outros.",
    "nl": "De minister zei dat de gesprekken met zijn collega voorbij zijn en dat hij in de avond naar huis gaat, niet eerder.",
    "und": "Министр заявил, что переговоры с его коллегой завершены, и вечером он вылетает домой.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_each_language_is_known(language, text):
    assert language_of(text) == language


@pytest.mark.parametrize("text", [
    "", "Non.", "Accord Paris-Rabat", "12 345 67",
    "Le ministre a cité en anglais : « The deal is off, and that was the end of it », puis il est parti dans la soirée avec les siens.",
    "王毅 a rencontré Paris",
])
def test_what_is_short_or_quotes_another_language_is_taken_for_french(text):
    assert language_of(text) == "fr"
