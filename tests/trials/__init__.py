"""Commands under faults that a seed draws: nothing is lost, no traceback is shown, and every sentence about it is true.

``host`` runs commands, ``commands`` are those that are tried, ``state`` reads what a case and a target hold without the
program, ``claims`` say of each sentence how it is checked, ``trial`` draws faults and judges what came of them.
Run many::

    python -m tests.trials [--trials 1000] [--seed N] [--only COMMAND ...]
"""
