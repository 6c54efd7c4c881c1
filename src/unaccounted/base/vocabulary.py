"""The closed words of the records, each with its definition and where it comes from.

A record's field takes a word from here or is empty. `role_of` says what part a fate plays in an account,
which depends on the fate by which its cohort entered: a fate that is the cohort's entry is not also its exit.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

OURS = "this program's design"
BERKELEY = "Berkeley Protocol on Digital Open Source Investigations (OHCHR, 2022)"
CASUALTY = "Standards for Casualty Recording (Every Casualty Counts, 2016)"
IHL = "Geneva Conventions III and IV (1949) and the ICRC's Missing Persons: A Handbook (2007)"
IOM = "Glossary on Migration (IOM, International Migration Law 34, 2019)"
FACTBANK = "after FactBank (Sauri and Pustejovsky 2009, doi:10.1007/s10579-009-9089-9)"
ADMIRALTY = "NATO Admiralty code, AJP-2.1"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the vocabulary: its definition, and where the definition comes from."""

    name: str
    definition: str
    source: str = OURS


class Role(StrEnum):
    """What part a fate plays in an account."""

    ENTRY = "entry"
    EXIT = "exit"
    OF_WHICH = "of which"
    STILL_THERE = "still there"
    REST = "the rest"
    BESIDE = "beside"


class Conflict(StrEnum):
    """How claims contradict one another, or the account."""

    ARITHMETIC = "arithmetic"
    DENIAL = "denial"
    COPYING = "copying"
    SCOPE = "scope"
    DATE = "date"
    DEFINITION = "definition"
    DISAGREEMENT = "plain disagreement"
    UNEXPECTED = "far from the rest"


class Change(StrEnum):
    """What would be other: the changes of the evidence under which a figure is looked at again."""

    STATEMENT = "without a statement"
    SOURCE = "without a source"
    ORIGINS = "origins ignored"
    GRADES = "grades one letter worse"
    INFERENCES = "with inferences"
    NO_INFERENCES = "without inferences"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of people.

    Args:
        name: the word used in every record.
        role: its part in an account where it is not the cohort's entry.
        definition: what it covers.
        source: where the definition comes from.
        whole: for `of which`, the fate of whose line it is a part.
        enters: whether a cohort may be made by it.
        otherwise: whether its line may be shown with others as "left otherwise".
    """

    name: str
    role: Role
    definition: str
    source: str
    whole: str | None = None
    enters: bool = False
    otherwise: bool = False


_FATES = (
    Fate("set out", Role.ENTRY, "Boarded, crossed, marched, departed: the people who went.", OURS, enters=True),
    Fate("joined", Role.ENTRY, "Became part of an armed group, an army or a movement.", OURS, enters=True),
    Fate("born", Role.ENTRY, "Born into the cohort.", OURS, enters=True),
    Fate("killed", Role.EXIT, "Died by violence.", CASUALTY),
    Fate("died", Role.EXIT, "Died of any cause, or of a cause not said.", CASUALTY),
    Fate("detained", Role.EXIT, "Deprived of liberty by an authority or an armed group; prisoners of war included.", IHL, enters=True),
    Fate("returned", Role.EXIT, "Came back to the place that they left.", IOM),
    Fate("deserted", Role.EXIT, "Left an army or group without leave.", OURS, otherwise=True),
    Fate("escaped", Role.EXIT, "Got away from a place or from captivity.", OURS, otherwise=True),
    Fate("surrendered", Role.EXIT, "Gave themselves up; what followed is not said.", IHL, otherwise=True),
    Fate("rescued", Role.EXIT, "Brought out of danger by others.", OURS, otherwise=True),
    Fate("missing", Role.EXIT, "Their families or their unit do not know where they are.", IHL, otherwise=True),
    Fate("died in custody", Role.OF_WHICH, "Died while deprived of liberty.", IHL, whole="died"),
    Fate("imprisoned", Role.OF_WHICH, "Held by sentence or order of an authority.", IHL, whole="detained"),
    Fate("abducted", Role.OF_WHICH, "Taken against their will; by whom is unlawful or unknown.", IHL, whole="detained", enters=True),
    Fate("repatriated", Role.OF_WHICH, "Returned by an authority's arrangement.", IOM, whole="returned"),
    Fate("deported", Role.OF_WHICH, "Returned against their will by the state that held them.", IOM, whole="returned"),
    Fate("in camp", Role.OF_WHICH, "Living in a camp.", IOM, whole="remaining"),
    Fate("displaced", Role.OF_WHICH, "Forced from home, still away.", IOM, whole="remaining", enters=True),
    Fate("remaining", Role.STILL_THERE, "Still there at the date: still with the group, the army, the place.", OURS),
    Fate("unaccounted for", Role.REST, "All that is left: nobody says what became of them.", OURS),
    Fate("wounded", Role.BESIDE, "Hurt and, as far as is said, alive.", CASUALTY),
    Fate("tried", Role.BESIDE, "Brought before a court.", OURS),
    Fate("released", Role.BESIDE, "Let go by those who held them.", IHL),
    Fate("dissented", Role.BESIDE, "Broke openly with their group or authority.", OURS),
    Fate("destroyed", Role.BESIDE, "Of a group: ceased to exist as one.", OURS),
)
FATES: dict[str, Fate] = {fate.name: fate for fate in _FATES}
"""Every fate, in the order in which an account shows its lines."""


def role_of(fate: str, entry: str | None) -> Role:
    """The part that `fate` plays in the account of a cohort made by `entry`.

    Args:
        fate: a name in `FATES`.
        entry: the fate by which the cohort's people entered it, or None where no claim says.

    Raises:
        KeyError: `fate` is not in the vocabulary.
    """
    known = FATES[fate]
    if fate == entry:
        return Role.ENTRY
    if fate == "released" and entry in ("detained", "abducted"):
        return Role.EXIT
    if known.whole is not None and known.whole == entry:
        return Role.BESIDE
    return known.role


def _terms(*rows: tuple[str, str] | tuple[str, str, str]) -> dict[str, Term]:
    return {row[0]: Term(*row) for row in rows}


KINDS = _terms(
    ("count", "So many people, or such a share of them, met a fate."),
    ("fate", "A named person's fate."),
    ("identity", "Who a person is: alias, real name, origin, role."),
    ("group", "An armed group, unit or organisation: its names, whole, composition or end."),
    ("event", "What happened, where and when, that bears on people's fates."),
    ("policy", "How an authority stands to a cohort."),
    ("trend", "A fate becoming more or less frequent, or stopping."),
    ("category", "A part into which a cohort is divided."),
)
MEASURES = _terms(
    ("stock", "How many there are at a date."),
    ("flow", "How many in a period."),
    ("cumulative", "How many so far."),
)
BOUNDS = _terms(
    ("exact", "The number as given."),
    ("about", "The number, hedged: around, some, nearly."),
    ("at least", "The number or more: a floor."),
    ("at most", "The number or fewer: a ceiling."),
    ("between", "Within two numbers."),
    ("vague", "A class of numbers named by a word: dozens, the majority."),
)
UNITS = _terms(("people", "A count of people."), ("share", "A fraction of a named base, 0 to 1."))
FACTUALITIES = _terms(
    ("asserted", "The source says that it is so.", FACTBANK),
    ("reported", "The source says that another says so.", FACTBANK),
    ("alleged", "Said so by somebody, with distance marked.", FACTBANK),
    ("inferred", "The writer's own conclusion from other figures: a residual is not a witness.", OURS),
    ("denied", "A source says that it is not so, against somebody who says it is.", FACTBANK),
    ("negated", "The source says that it is not so.", FACTBANK),
    ("possible", "It may be so.", FACTBANK),
    ("planned", "It is meant to happen.", FACTBANK),
    ("threatened", "Somebody says that they will make it happen.", FACTBANK),
    ("hypothetical", "It is imagined: if, would.", FACTBANK),
)
EVIDENCE = ("asserted", "reported", "alleged")
"""The factualities that count in an account by default."""

SOURCE_ROLES = _terms(
    ("government", "A state's authority, its ministries, forces and officials.", BERKELEY),
    ("armed group", "An armed group that is not a state's.", BERKELEY),
    ("intergovernmental", "An organisation of states.", BERKELEY),
    ("NGO", "A non-governmental organisation.", BERKELEY),
    ("media", "A publisher of news, or its writer.", BERKELEY),
    ("witness", "A person who was there.", BERKELEY),
    ("expert", "A researcher, historian or analyst.", BERKELEY),
    ("court", "A court or its record.", BERKELEY),
    ("medical", "A hospital, doctor or forensic service.", BERKELEY),
    ("unnamed", "Nobody named.", BERKELEY),
)
SOURCE_LETTERS = _terms(
    ("A", "Completely reliable.", ADMIRALTY),
    ("B", "Usually reliable.", ADMIRALTY),
    ("C", "Fairly reliable.", ADMIRALTY),
    ("D", "Not usually reliable.", ADMIRALTY),
    ("E", "Unreliable.", ADMIRALTY),
    ("F", "Reliability cannot be judged.", ADMIRALTY),
)
STATEMENT_DIGITS = _terms(
    ("1", "Confirmed: needs two independent origins.", ADMIRALTY),
    ("2", "Probably true.", ADMIRALTY),
    ("3", "Possibly true.", ADMIRALTY),
    ("4", "Doubtful.", ADMIRALTY),
    ("5", "Improbable.", ADMIRALTY),
    ("6", "Truth cannot be judged.", ADMIRALTY),
)
DEFAULT_GRADES = {
    "court": "A2",
    "intergovernmental": "B2",
    "government": "B3",
    "NGO": "B3",
    "expert": "B3",
    "medical": "B2",
    "media": "C3",
    "witness": "C3",
    "armed group": "D3",
    "unnamed": "F6",
}
"""A claim's grade where nobody has given one, by the role of its source. People change it."""

STANCES = _terms(
    ("accepts", "Takes the cohort in."),
    ("refuses", "Will not take the cohort in."),
    ("repatriates", "Brings the cohort back."),
    ("prosecutes", "Brings the cohort before courts."),
    ("surveils", "Keeps the cohort under watch."),
    ("welcomes", "Receives the cohort willingly."),
    ("strips citizenship", "Takes the cohort's citizenship."),
    ("deports", "Removes the cohort from its territory."),
    ("no unified policy", "Has no single stance."),
)
CASE_STATUSES = _terms(
    ("alleged", "Said of the person; no authority has acted."),
    ("detained", "Deprived of liberty; nothing is proved."),
    ("charged", "An authority accuses the person before a court."),
    ("convicted", "A court found the person guilty."),
    ("acquitted", "A court found the person not guilty."),
)
DIRECTIONS = _terms(("up", "More than before."), ("down", "Fewer than before."), ("stopped", "No longer."))
CONFLICTS = _terms(
    (Conflict.ARITHMETIC, "Parts exceed their whole, before any reckoning."),
    (Conflict.DENIAL, "One source denies what another says."),
    (Conflict.COPYING, "One repeats another and gives another number."),
    (Conflict.SCOPE, "One source gives both on one day: they are hardly of the same people."),
    (Conflict.DATE, "They stand at different days, or one has none: time may have passed."),
    (Conflict.DEFINITION, "They count differently: those there on a day, or all so far; some ways out, or more of them together."),
    (Conflict.DISAGREEMENT, "Two independent origins say it of one line and about one time; nothing explains it away."),
    (Conflict.UNEXPECTED, "A claim that the other claims would hardly lead one to expect: less than one chance in a hundred on its side."),
)
RELATIONS = _terms(
    ("same", "The two mean the same people or thing."),
    ("within", "The left lies wholly in the right."),
    ("overlapping", "The two share some people, not all."),
    ("apart", "The two share nobody, or nothing shows that they do."),
)
STATUSES = _terms(
    ("read", "All of it was read."),
    ("partly read", "Some of it was read; the reason says what was not."),
    ("failed", "It could not be read; the reason says why."),
    ("skipped", "It was not meant to be read, or no reader knows its kind or language."),
)
"""How a file that was found ended: found = read + partly read + failed + skipped."""
