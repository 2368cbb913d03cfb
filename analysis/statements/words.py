"""The words by which a speaker is found: what governs a name, what opens a noun phrase, what kind of speaker it is."""
PREPOSITIONS = frozenset(
    "à au aux de du d' des par pour avec contre sur dans en chez vers devant entre lors après avant auprès via depuis pendant selon"
    " face sous dès malgré envers hors sans parmi jusqu' jusqu'au vis-à-vis comme".split()
)
ARTICLES = frozenset(
    "le la les l' un une des ce cet cette ces son sa ses leur leurs plusieurs certains certaines deux trois quatre quelques de nombreux"
    " nombreuses".split()
) - {"de"}
DEFINITE = frozenset(("le", "la", "les", "l'"))  # or object pronouns, before a verb
INDEFINITE = frozenset("un une des plusieurs certains certaines quelques deux trois quatre nombreux nombreuses".split())
PRONOUNS = frozenset(("il", "elle", "ils", "elles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci"))
LAST = {"dernier": "il", "dernière": "elle", "derniers": "ils", "dernières": "elles"}
STOPS = frozenset((".", ";", ":", "(", "?", "!", "qui", "que", "qu'", "dont", "où", "lorsque", "tandis", "alors", "mais", "car", "quand",
                   "puisque", "--", "–", "—"))
TIME = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche veille lendemain semaine mois année an même journée janvier février mars avril mai"
    " juin juillet août septembre octobre novembre décembre matin soir".split()
)
UNNAMED = frozenset("source sources presse médias média rumeur rumeurs témoins observateurs".split())
DOCUMENTS = frozenset(
    "communiqué texte document déclaration lettre rapport tweet message résolution note traité accord compte-rendu compte lecture"
    " discours".split()
)
#: who prints what others say: nobody's words of their own, unless they are somebody's (``le journal du parti``)
MEDIA = frozenset("quotidien journal hebdomadaire magazine agence chaîne radio télévision site".split())

BODIES = frozenset(
    "gouvernement ministère présidence armée police services autorités administration ambassade chancellerie justice parquet palais"
    " bureau département régime exécutif commission conseil parlement délégation mission état-major marine aviation douane tribunal"
    " cour cabinet direction organisation agence coalition opposition diplomatie".split()
)
PERSONS = frozenset(
    "dirigeant dirigeante responsable diplomate ministre président présidente milliardaire chef cheffe homme femme porte-parole émissaire"
    " négociateur négociatrice député députée sénateur sénatrice élu élue opposant opposante candidat candidate général avocat avocate"
    " ambassadeur ambassadrice patron patronne militant militante conseiller conseillère chancelier chancelière secrétaire premier"
    " représentant représentante envoyé envoyée roi reine pape médecin républicain démocrate locataire magnat leader intéressé intéressée"
    " maire juge procureur procureure commissaire directeur directrice monarque souverain".split()
)
TITLES = frozenset(("m", "mm", "mme", "mmes", "mlle", "mgr", "dr", "pr", "me"))
