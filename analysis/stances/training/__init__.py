"""How the weights of the stance model are learnt: annotated articles → examples → fitted tables → weights.json.

    articles, annotations ─ read_samples ─▶ Sample ─ label ─▶ Examples ─ fit_choices, crossfit ─▶ Weights

Needed only to train; reading articles imports none of it. See README.md here.
"""
