"""问数: what a leader asks of a period and of some of its activities, answered by the rules of the reports.

``asking`` reads the question off the filters of the list of activities, ``answer`` adds up, ``words`` says
it, ``left_out`` tells what entered no total and why, ``workbook`` is all of it as a file.
"""
