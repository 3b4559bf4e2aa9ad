"""What the query language and the search engines say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "and-before-or": "AND was read before OR, as the parentheses show",
    "and-beside-distance": "AND can't stand beside {operator}: write {one}.",
    "and-beside-distance-ambiguous": "AND beside {operator} has two meanings.",
    "and-beside-distance-two-readings": (
        "AND beside {operator} has two meanings: write {one} for each of them, or {two} for all together."
    ),
    "attribute-takes-word": '{field}: takes a word or "a phrase".',
    "attribute-unresolved": "{field}: must be looked up in the store before an engine is asked.",
    "blanks-made-plain": "unusual blanks were made plain ({count})",
    "character-misplaced": "'{typed}' can't stand here.",
    "date-ambiguous": "'{typed}' has two meanings: write {first} or {second}.",
    "date-missing": "A date is missing: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.",
    "distance-by-sentence": (
        "{typed}: there is no distance by sentence or paragraph; write w/20 or another number of words."
    ),
    "distance-in-attribute": "{operator} joins words of the text, not values of {field}:.",
    "distance-joins-words": "A distance joins words, phrases and groups of them by OR, nothing else.",
    "distance-out-of-range": "A distance is 1 to {most} words, not {digits}.",
    "distance-too-many-places": (
        "The words beside a distance stand at more than {most:,} places. Make it narrower: fewer wildcards, or one "
        "field."
    ),
    "distances-left-to-right": "distances were read from left to right, as the parentheses show",
    "ends-in-question-mark": "? in {typed} stands for exactly one more letter",
    "engine-unknown": "There is no search engine '{name}'. The engines are: {known}.",
    "exact-text-beside-distance": "An exact text can't stand beside {operator}: take the phrase.",
    "exclamation-mark-not-negation": (
        "An exclamation mark isn't read as NOT: write NOT {typed}, or {typed} to search for it."
    ),
    "exclamation-mark-not-searched": "! in {typed} isn't searched; for any ending write {again}*",
    "field-inside-field": "{field}: can't stand inside {outer}:.",
    "field-unknown": "There is no field '{field}:'; for the words themselves write a phrase.",
    "field-unknown-nearest": "There is no field '{field}:'; {near}: is the nearest.",
    "field-without-value": "{field} needs a value: write {again}word or take it away.",
    "foreign-distance": 'A distance is written {meant}; for the words themselves write "{typed}".',
    "function-takes-word": "{kind}(...) takes one word, without wildcards.",
    "fuzzy-distance": "~ takes 1 or 2, the number of letters that may differ.",
    "fuzzy-follows-word": "~ follows one word, without wildcards.",
    "fuzzy-word-too-short": "'{typed}' is too short for ~{distance}: every word of its length would fit.",
    "idle-star-left-out": "* beside {typed} was left out: such text is found by any part of it",
    "invisible-dropped": "invisible characters were dropped ({count})",
    "language-unknown": "lang: takes {known} or unknown, not '{typed}'.",
    "minus-not-negation": "A minus isn't read as NOT: write NOT {typed}, or {typed} to search for it.",
    "name-missing": "A name is missing.",
    "no-date": "'{typed}' isn't a date: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.",
    "no-id-or-hash": "'{typed}' isn't an id or a hash: those are at least 4 digits and letters a to f.",
    "no-letter-to-look-up": "'{typed}' holds no letter or digit to look it up by.",
    "no-letter-to-search": "'{typed}' holds no letter or digit, and only those are searched.",
    "no-regular-expression": "This is no regular expression: {error}.",
    "no-size": "'{typed}' isn't a size: write 500, 10kb, 1.5mb or 2gb.",
    "no-such-day": "There is no day '{typed}' in the calendar.",
    "no-text-beside-distance": "{typed} isn't text: {operator} joins words.",
    "not-beside-distance": "NOT binds tighter than {operator}: for what isn't near write a NOT w/5 b or NOT (a w/5 b).",
    "nothing-to-strike-out": "Words can be struck out only of a term that stands for several, as in atlas*!(atlases).",
    "operator-as-value": '{field} needs a value; for the word itself write {again}"{typed}".',
    "operator-without-left-side": (
        'Nothing stands before {operator}: take it away; for the word itself write "{typed}".'
    ),
    "operator-without-right-side": "Nothing follows {operator}: add what it should join, or take it away.",
    "parentheses-empty": "These parentheses are empty.",
    "parenthesis-unclosed": "This parenthesis isn't closed.",
    "parenthesis-unopened": "This parenthesis closes nothing: take it away.",
    "phrase-empty": "The phrase is empty.",
    "problem-code-nearest": "No Problem has the code '{typed}': did you mean {near}.",
    "problem-code-unknown": "No Problem has the code '{typed}': they are {known}.",
    "query-blind": "{field} would tell what was decided, and a blind sample is open. Close the sample, then search.",
    "query-not-on-input": "There is no query on standard input. --query - reads it from there, as one line.",
    "query-too-deep": "This is nested more than {most} deep: split it into several searches.",
    "query-too-long": "A query may have {most:,} characters; this one has {size:,}.",
    "quotation-mark-unclosed": "This quotation mark has no partner: add one at the end of the phrase.",
    "quotes-straightened": "curly quotes were made straight ({count})",
    "range-backward": "The range ends before it begins: write {range}.",
    "range-without-end": "A range needs at least one end.",
    "search-out-of-time": (
        "The search was stopped after {seconds:g} seconds, without an answer. Make it narrower: fewer wildcards, "
        "shorter distances, or one field."
    ),
    "semicolon-joins-nothing": "; joins nothing and parts nothing: a blank means AND",
    "signs-not-searched": '{signs} in {typed} isn\'t searched; for the signs too write ="{again}"',
    "single-quotes": 'single quotes make no phrase: for one write "{phrase}"',
    "value-unknown": "'{typed}' isn't known: {field} takes {known}.",
    "whoosh-being-written": "The Whoosh index is being written by another process. Wait until that ends.",
    "whoosh-unreadable": "The index in {path} can't be read: {error}. Delete that folder; it is made again.",
    "wide-signs-made-plain": "wide signs were made plain ({count})",
    "wildcard-alone": "'{typed}' needs at least one letter or digit beside it in its word.",
    "wildcard-between-words": "'{typed}' can't stand between characters that are words by themselves: write {meant}.",
}
