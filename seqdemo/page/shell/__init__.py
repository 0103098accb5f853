"""The page around everything else."""
