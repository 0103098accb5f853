"""The library: what `import seqdemo` offers to programs and notebooks, over the same way that the page takes."""
