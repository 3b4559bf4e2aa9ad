"""What public records document of Enron's names, and pairs of spellings: the truth of ``tests.benchmarks.names``.

All of it was written down before the first ranking was made, and the product knows none of it. A name is listed where
the mail of ``tests.benchmarks.names`` has it in the documented sense. The records:

- *Powers*: W. Powers, R. Troubh, H. Winokur, "Report of Investigation by the Special Investigative Committee of the
  Board of Directors of Enron Corp.", 1 February 2002.
- *Batson*: N. Batson, Court-Appointed Examiner, "Second Interim Report", In re Enron Corp., No. 01-16034 (Bankr.
  S.D.N.Y.), 21 January 2003, with its appendices.
- *Senate*: "The Role of the Financial Institutions in Enron's Collapse", hearings before the Permanent Subcommittee on
  Investigations, S. Hrg. 107-618, 23 and 30 July 2002.
- *JCT*: Joint Committee on Taxation, "Report of Investigation of Enron Corporation and Related Entities Regarding
  Federal Tax and Compensation Issues", JCS-3-03, February 2003.
- *SEC*: complaints against M. Kopper (21 August 2002), K. Rice and others (1 May 2003), J. Skilling and R. Causey (19
  February 2004).
- *10-K*: Enron Corp., annual report on form 10-K for 2000.
"""

from __future__ import annotations

CODE_NAMES = {
    "raptor": "Powers, VI",
    "ljm": "Powers, IV",
    "jedi": "Powers, III",
    "chewco": "Powers, III",
    "condor": "Batson, appendix on Whitewing; S. Watkins's letter to K. Lay, August 2001",
    "whitewing": "Batson, appendix on Whitewing",
    "braveheart": "SEC, Rice",
    "rawhide": "Batson, appendix on Rawhide",
    "backbone": "Batson, Project Backbone; Powers, VII",
    "southampton": "SEC, Kopper; Powers, IV",
    "talon": "Powers, VI (Raptor I)",
    "timberwolf": "Powers, VI (Raptor II)",
    "porcupine": "Powers, VI (Raptor III)",
    "bobcat": "Powers, VI (Raptor IV)",
    "marlin": "Batson, appendix on Marlin",
    "osprey": "Batson, appendix on Whitewing",
    "azurix": "10-K",
    "dabhol": "10-K",
    "cuiaba": "Powers, VII",
    "mariner": "SEC, Skilling and Causey",
    "yosemite": "Senate; Batson",
    "mahonia": "Senate",
    "fishtail": "Senate; Batson",
    "nahanni": "Batson, Project Nahanni",
    "valhalla": "JCT, Project Valhalla",
    "sarzyna": "Powers, VII (Nowa Sarzyna)",
}
"""Twenty-six names of deals, projects and vehicles, each by one word, and where they are documented."""

_VEHICLES = """ljm ljm1 ljm2 raptor raptors talon timberwolf bobcat porcupine harrier pronghorn roadrunner grizzly
condor whitewing osprey marlin chewco jedi rawhide braveheart yosemite margaux backbone cuiaba fishtail avici rhythms
rythms newpower tnpc kafus catalytica southampton swap cayman sonr mahonia megs merlin hawaii azurix sarzyna
nahanni""".split()
_PEOPLE = """fastow kopper glisan causey watkins mintz mcmahon skilling andersen vinson elkins winokur powers duncan
buy lay merrill mordaunt""".split()
RELATED = {name: frozenset(_VEHICLES + _PEOPLE) - {name} for name in ("raptor", "ljm")}
"""Of two names what Powers and Batson name in the same chapters: other vehicles and assets, and who ran them."""

TRANSLITERATIONS = (
    ("Rosenberg", "רוזנברג"),
    ("Yitzhak", "יצחק"),
    ("Avraham", "אברהם"),
    ("Goldstein", "גולדשטיין"),
    ("Shapira", "שפירא"),
    ("Katzir", "קציר"),
    ("Levinson", "לוינסון"),
    ("Barak", "ברק"),
    ("Nehama", "נחמה"),
    ("Tzippori", "ציפורי"),
    ("Washington", "וושינגטון"),
    ("Peretz", "פרץ"),
    ("Chaim", "חיים"),
    ("Mohammed", "محمد"),
    ("Khaled", "خالد"),
    ("Yousef", "يوسف"),
    ("Ibrahim", "إبراهيم"),
    ("Hassan", "حسن"),
    ("Gharib", "غريب"),
    ("Mahmoud", "محمود"),
    ("Shams", "شمس"),
    ("Faisal", "فيصل"),
    ("Nadia", "نادية"),
    ("Dabbagh", "دباغ"),
    ("Qasim", "قاسم"),
    ("Barcelona", "برشلونة"),
)
"""Twenty-six names in Latin, and in Hebrew or Arabic script."""
