package lamin.graph.layout;

import lamin.graph.picture.Group;

/** The strip of the picture in which the boxes of a group stand. */
public record Band(Group group, double x, double y, double width, double height) {}
