"""Line charts, their axes and looks, and the histories that they show."""
