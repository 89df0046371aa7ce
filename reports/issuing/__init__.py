"""The steps from draft to issue, and what may be said of an issued report later."""
