"""What gunicorn is told wherever it is started: it reads this file in the folder that it starts in."""

# A front server that passes on whatever its readers send would else let them say, in a header, which
# part of an address is not for us to resolve, and would then keep for all what another page answers.
# SCRIPT_NAME may still be set in the environment.
forwarder_headers = ""
