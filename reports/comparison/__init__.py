"""Two reports' periods side by side: what is compared, how it is drawn, the page that shows it."""
