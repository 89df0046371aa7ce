"""The way in: who may sign in, with which password and second step, and where they are signed in."""
