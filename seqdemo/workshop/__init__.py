"""Small models that a visitor trains: recipes, processes that train them, and what came out."""
