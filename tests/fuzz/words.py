"""Pieces of the language that the rules look for, for texts that reach deep into them."""
PIECES = (
    "Paris", "Moscou", "la Russie", "l'Iran", "les Etats-Unis", "l'ONU", "l'Union européenne", "Emmanuel Macron", "M. Lavrov", "Mme Baerbock",
    "le ministre français des Affaires étrangères", "son homologue russe", "l'ambassadeur", "les deux pays", "le chef de la diplomatie",
    "condamne", "a condamné", "accuse", "soutient", "rejette", "aurait menacé", "n'a pas", "ne", "que", "pourrait", "va", "dit-il", "a déclaré",
    "selon", "d'après", "a affirmé que", "mardi", "lundi dernier", "le 3 mars 2021", "en octobre", "la veille", "fin 2022", "le 31 février", "il y a",
    "deux jours", "depuis", "jusqu'au", "du 3 au 5", "ce", "et", "ou", "mais", "de", "à", "contre", "avec", "«", "»", '"', "“", "”", "'", "’", "(", ")", ",",
    ".", ":", ";", "!", "?", "-", "—", "\n", "\n\n", "\t", "1", "2024", "99999", "M.", "St", "%", "…", "\u00a0", "\u202e", "😀", "é", "王毅", "İ", "ß", "\ufffd",
)
