package lamin.graph.layout;

import lamin.graph.picture.Group;

/** The strip of the picture that contains the boxes of a group. */
public record Band(Group group, double x, double y, double width, double height) {}
