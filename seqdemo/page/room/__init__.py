"""A room on the page: the teacher's wall, the phones, and what a class does there."""
