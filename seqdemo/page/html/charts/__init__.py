"""Line charts, their axes and looks, and the courses that they show."""
