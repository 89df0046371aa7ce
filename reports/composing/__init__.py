"""From records to a Document: gather (material), arrange, write the sections, add up the totals, shorten."""
