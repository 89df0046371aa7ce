"""A site at volume, for measuring and for judging looks: stories, campaigns, teams, honours, summaries.

Everything is marked: 【测试】 opens each title, a tag is on each activity, the source and the first
line of each text say so, and every person and place is called 样-something. Always the same rows.
"""
