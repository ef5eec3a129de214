"""A name -> the bytes of the pages at that revision."""
