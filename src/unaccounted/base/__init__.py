"""What every stage speaks: records, vocabulary, spans, ranges, dates, tables and errors.

`base` imports nothing of ours. Read it first.
"""
