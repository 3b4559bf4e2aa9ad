"""What the query language and the search engines say. Templates only."""

TEMPLATES = {
    "and-before-or": "AND was read before OR, as the parentheses show",
    "and-beside-distance": "AND can't be combined with {operator}: write {one}.",
    "and-beside-distance-ambiguous": "AND combined with {operator} has two meanings.",
    "and-beside-distance-two-readings": (
        "AND combined with {operator} has two meanings: write {one} for each, or {two} for all together."
    ),
    "attribute-takes-word": '{field}: takes a word or "a phrase".',
    "attribute-unresolved": "{field}: must be looked up in the store before an engine is asked.",
    "blanks-made-plain": "unusual spaces were replaced by plain ones ({count})",
    "character-misplaced": "'{typed}' doesn't belong here.",
    "date-ambiguous": "'{typed}' has two meanings: write {first} or {second}.",
    "date-missing": "A date is missing: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.",
    "distance-by-sentence": "{typed}: there is no distance by sentence or paragraph; write {meant} or the like.",
    "distance-in-attribute": "{operator} joins words of the text, not values of {field}:.",
    "distance-joins-words": "A distance joins words, phrases and groups of them joined by OR, nothing else.",
    "distance-out-of-range": "A distance is from 1 to {most} words, not {digits}.",
    "distance-too-many-places": (
        "The words around a distance occur in over {most:,} places. Use fewer wildcards, or one field."
    ),
    "distances-left-to-right": "distances were read from left to right, as the parentheses show",
    "ends-in-question-mark": "? in {typed} stands for exactly one more letter",
    "engine-unknown": "There is no search engine '{name}'. The engines are: {known}.",
    "exact-text-beside-distance": "An exact text can't be combined with {operator}: use the phrase.",
    "exclamation-mark-not-negation": "An exclamation mark isn't NOT: write NOT {typed}, or {typed} to search for it.",
    "field-inside-field": "{field}: can't be used inside {outer}:.",
    "field-unknown": "There is no field '{field}:'; for the words themselves write a phrase.",
    "field-unknown-nearest": "There is no field '{field}:'; {near}: is the nearest.",
    "field-without-value": "{field} needs a value: write {again}word or remove it.",
    "foreign-nearest": (
        "{typed} has no equivalent here; {meant} comes nearest. For the words themselves use quotation marks."
    ),
    "foreign-syntax": "{typed} is written {meant} here. For the words themselves use quotation marks.",
    "foreign-without-meaning": "{typed} is syntax of another program and has no equivalent here.",
    "function-takes-word": "{kind}(...) takes one word, without wildcards.",
    "fuzzy-distance": "~ takes 1 or 2, the number of letters that may differ.",
    "fuzzy-follows-word": "~ follows one word, without wildcards.",
    "fuzzy-word-too-short": "'{typed}' is too short for ~{distance}: every word of its length would match.",
    "idle-star-left-out": "* beside {typed} was left out: such text is found by any part of it",
    "invisible-dropped": "invisible characters were removed ({count})",
    "minus-not-negation": "A minus isn't read as NOT: write NOT {typed}, or {typed} to search for it.",
    "name-missing": "A name is missing.",
    "no-date": "'{typed}' isn't a date: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.",
    "no-id-or-hash": "'{typed}' isn't an id or a hash: those are at least 4 digits and letters a to f.",
    "no-letter-to-look-up": "'{typed}' has no letter or digit to look it up by.",
    "no-letter-to-search": "'{typed}' has no letter or digit, and only those are searched.",
    "no-regular-expression": "This isn't a regular expression: {error}.",
    "no-size": "'{typed}' isn't a size: write 500, 10kb, 1.5mb or 2gb.",
    "no-such-day": "There is no day '{typed}' in the calendar.",
    "no-text-beside-distance": "{typed} isn't text: {operator} joins words.",
    "not-beside-distance": "NOT binds tighter than {operator}: for what isn't near write a NOT w/5 b or NOT (a w/5 b).",
    "no-wildcard-struck-out": "Only whole words can be struck out of a term, as in atlas*!(atlases), not {typed}.",
    "nothing-to-strike-out": "Words can be struck out only of a term that stands for several, as in atlas*!(atlases).",
    "operator-as-value": '{field} needs a value; for the word itself write {again}"{typed}".',
    "operator-without-left-side": 'Nothing comes before {operator}: remove it; for the word itself write "{typed}".',
    "operator-without-right-side": "Nothing follows {operator}: add what it should join, or remove it.",
    "parentheses-empty": "These parentheses are empty.",
    "parenthesis-unclosed": "This parenthesis isn't closed.",
    "parenthesis-unopened": "This parenthesis closes nothing: remove it.",
    "past-items-left-out": (
        "superseded or vanished items that also match: {count:,}; to see them, add AND (is:superseded OR is:vanished)"
    ),
    "phrase-empty": "The phrase is empty.",
    "query-blank": "The query is blank. Write * for all items.",
    "query-blind": "{field} would reveal what was decided, and a blind sample is open. Close the sample, then search.",
    "query-file-unreadable": "The query can't be read from {path}: {error}.",
    "query-missing": "A query is missing: write it in quotation marks, or name its file with --query-file.",
    "query-not-on-input": "There is no query on standard input, where it was to be one line.",
    "query-not-utf8": "The query isn't text in UTF-8. Save it in that encoding.",
    "query-twice": "There are two queries: one on the command line and one in the file. Leave out one of them.",
    "query-unquoted": (
        "{rest} isn't part of the query. Put the whole query in quotation marks, and write NOT for a minus: 'a NOT b'."
    ),
    "query-too-deep": "This is nested more than {most} deep: split it into several searches.",
    "query-too-long": "A query may have {most:,} characters; this one has {size:,}.",
    "quotation-mark-unclosed": "This quotation mark has no partner: add one at the end of the phrase.",
    "quotes-straightened": "curly quotes were made straight ({count})",
    "range-backward": "The range ends before it begins: write {range}.",
    "range-without-end": "A range needs at least one end.",
    "relative-date": "{typed} changes its meaning every day: write a date, as in date:>=2024-05-01.",
    "search-out-of-time": (
        "The search was stopped after {seconds:g} seconds, without an answer. Narrow it: use fewer wildcards, shorter"
        " distances, or one field."
    ),
    "semicolon-joins-nothing": "; neither joins nor separates: a space means AND",
    "signs-not-searched": '{signs} in {typed} isn\'t searched; to include it write ="{again}"',
    "single-quotes": 'single quotes don\'t make a phrase: write "{phrase}"',
    "tilde-two-meanings": "{typed} has two meanings: write stem({word}) for its forms, or {word}~1 for similar words.",
    "thread-includes-inferred": "thread: also finds messages that are in a conversation by inference (is:inferred)",
    "value-unknown": "'{typed}' isn't known: {field} takes {known}.",
    "value-unknown-nearest": "'{typed}' isn't known: did you mean {near}?",
    "whoosh-being-written": "Another process is writing the Whoosh index. Wait until it has finished.",
    "whoosh-foreign": (
        "The index in {path} wasn't opened: it wasn't written by your login on this machine, or was changed since "
        "({file}). Delete that folder; the index is made again from the case's text."
    ),
    "whoosh-unreadable": "The index in {path} can't be read: {error}. Delete that folder; it will be made again.",
    "wide-signs-made-plain": "full-width characters were replaced by plain ones ({count})",
    "wildcard-alone": "'{typed}' needs at least one letter or digit next to it in its word.",
    "wildcard-between-words": "'{typed}' can't be used between characters that are words by themselves: write {meant}.",
}
