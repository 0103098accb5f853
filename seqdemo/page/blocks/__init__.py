"""The building blocks of a model, each as a picture that computes with the numbers of the answer on the page."""
