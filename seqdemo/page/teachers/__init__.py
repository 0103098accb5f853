"""What a teacher needs for a class: ready links with their QR codes, the lesson plan, a worksheet, a fresh start."""
