"""What the public reads of the committee, its organizations and partners; of persons nothing."""

from desk.gate.registry import ONCE_SAVED, STAMPS, disclose
from organizations.models import Committee, Membership, Organization, Partner, Person, PersonPost

disclose(
    Committee,
    public="name site_name term introduction site_domain address postal_code phone email icp_number"
    " police_number site_code",
    staff=f"id {STAMPS}",
    when=ONCE_SAVED,
)
disclose(Organization, public="name short_name kind parent is_active", staff=f"id {STAMPS}", when=ONCE_SAVED)
disclose(Membership, staff="id account organization")
disclose(Partner, public="name", staff=f"id note {STAMPS}", when=ONCE_SAVED)
disclose(Person, staff=f"id name organization note {STAMPS}")
disclose(PersonPost, staff="id person unit post since until")
