"""The names of what tells voice and modality: groups of values that belong together → names, as in ``names.py``.

Their order is that in which the weights are added: where two options weigh the same, the last bit of the sums decides.
"""
from analysis.stances.names import Names


def named(what: str, *values: str) -> Names:
    """One value, or several together."""
    return [f"{what}={'&'.join(values)}"]


# Voice: on whose word is it told?

def quoting_names(quoted: str, pos: str, behind: str, act: str, says: bool, saying: str) -> Names:
    """Whether the cue is quoted, or a quotation opens behind it, and who speaks."""
    return [f"quoted={quoted}", f"quoted={quoted}&{pos}", f"behind={behind}", f"behind={behind}&{act}", f"behind={behind}&{pos}",
            f"behind={behind}&quoted={quoted}", f"says={says}&{saying}", f"act={act}", f"act={act}&{pos}", f"said={saying}&{says}&{quoted}"]


def doubt_names(speaks: bool, saying: str, says: bool, doubted: bool) -> Names:
    """Whether the source speaks, whether the article keeps its distance."""
    return [f"speaks={speaks}&{saying}&{says}", f"doubted={doubted}", f"doubted={doubted}&{saying}"]


def place_names(title: bool, act: str, kind: str) -> Names:
    """Whether this is the title, and the kind of the source."""
    return [f"title={title}", f"title={title}&{act}", f"kind={kind}&{act}"]


def share_names(share: int, quotes: int, before: bool) -> Names:
    """How much of the sentence is quoted, in how many quotations, and whether one ends before the cue."""
    return [f"share={share}", f"quotes={quotes}", f"before={before}"]


def own_names(own: int, pos: str, act: str, clause: int) -> Names:
    """How much of what the cue governs is quoted, and of its clause."""
    return [f"own={own}", f"own={own}&{pos}", f"own={own}&{act}", f"clause={clause}"]


def inside_names(verb: bool, quoted: str, source: bool, here: bool) -> Names:
    """Whether the verb and the source are quoted, and whether the source stands in the sentence."""
    return [f"verb={verb}&quoted={quoted}", f"source={source}", f"here={here}"]


def role_names(role: str, pos: str, act: str, dep: str, speaker: bool) -> Names:
    """The source's role for the cue, the cue's own, and whether a speaker stands in the sentence."""
    return [f"role={role}&{pos}", f"role={role}&{act}", f"dep={dep}&{pos}", f"speaker={speaker}"]


# Modality: is it done, planned or only possible?

def mood_names(mood: str, pos: str, act: str) -> Names:
    """What the rules make of the mood, and the act."""
    return [f"rule={mood}", f"rule={mood}&{pos}", f"act={act}"]


def time_names(coming: bool, possible: bool, soon: bool, quoted: str) -> Names:
    """Whether a day to come is named, whether a word beside the cue says that it is possible or near, and the quotation marks."""
    return [f"coming={coming}", f"possible={possible}", f"soon={soon}", f"quoted={quoted}"]


def told_names(pos: str, title: bool, said: str) -> Names:
    """Where it is told and by whom."""
    return [f"pos={pos}", f"title={title}", f"said={said}"]
