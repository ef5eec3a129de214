"""Two sites -> Matching: which page, section, block and link of the one is which of the other."""
