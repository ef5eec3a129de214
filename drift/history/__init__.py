"""A range of commits -> what each of them changed, in order, each analysed once."""
