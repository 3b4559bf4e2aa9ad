"""Triage: internal investigations over a company's own records, inside a stated scope. This is the map of the house.

::

    model  reports  teamreports  floor 0   the nouns, those of reports and of shared work
    coding                       floor 0   the nouns of coding: tags on offer, conflicts, seals
    errors  text  sampling       floor 0   what can go wrong, what a word is, what a sample says
    settings                     floor 1   every setting once
    parsers  store  scope        floor 2   bytes in, Extract out | the truth | what may be opened at all
    sandbox                      floor 3   the airlock: hostile bytes are parsed only there
    indexing  search  review  export
                                 floor 4   files become items | words become hits | decisions | findings leave
    case  (and reporting)        floor 5   the front door with its wing for reports; only it holds all the keys
    selftest  sample             floor 5   beside it: the known-answer test, the sample records
    cli  (and ui beside us)      floor 6   what people touch

Imports point downwards only, and there is no cycle; ``tests/test_house.py`` keeps that. Attachments and archive
members are read inside the airlock by the same way in as a file (``sandbox/worker.py``), so that their bytes cross no
border twice.
"""

__version__ = "0.1.0"
