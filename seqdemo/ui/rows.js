// One character, read row by row: a cursor over all pictures at once, and rows that can be covered.
