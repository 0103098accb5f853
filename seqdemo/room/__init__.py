"""Rooms: what a class does together, for as long as a lesson lasts."""
