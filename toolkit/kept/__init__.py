"""What is made once and kept until something public changes: pages, components, findings, addresses."""
