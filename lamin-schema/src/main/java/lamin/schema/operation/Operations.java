package lamin.schema.operation;

/** What a migration says it with. */
public final class Operations {}
