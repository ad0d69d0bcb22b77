package lamin.instance;

/** A JSON document to be stored in a column of type JSON. */
public record JsonText(String text) {}
