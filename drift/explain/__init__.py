"""Changes -> the shortest true account of them: rules first, then what no rule explains."""
