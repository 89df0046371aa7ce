"""What readers write to the committee is for staff."""

from corrections.models import Correction, Sending
from desk.gate.registry import disclose

disclose(Correction, staff="id page text state note received_at handled_by handled_at", private="contact")
disclose(Sending, staff="id starts_at number", private="client")
