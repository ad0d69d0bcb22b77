package lamin.artifact;

import lamin.record.RecordWriter;

/** Rows of artifacts in a storage are written with it. */
record RowContext(RecordWriter writer, long storageId) {}
