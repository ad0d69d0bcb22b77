package lamin.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import lamin.content.Content;
import lamin.content.SourceFile;
import lamin.content.SourceFolder;
import lamin.storage.FileStore;
import lamin.storage.Staged;

/** What is to be saved: a file, a folder or a stream. */
sealed interface Source {
    /** How messages call it. */
    String name();

    /** The name of the file or folder, of which the suffix is part. */
    String fileName();

    /** In bytes; empty if it is known only after reading. */
    OptionalLong size();

    /** Hashes the content. */
    Content content(LongConsumer progress);

    /** Copies the content, hashing it on the way. */
    Content stage(Staged staged, FileStore store, LongConsumer progress) throws IOException;

    /** Whether it can be read a second time. */
    default boolean isRepeatable() {
        return true;
    }

    static Source at(Path path) {
        return Files.isDirectory(path) ? new Folder(SourceFolder.at(path)) : new File(SourceFile.at(path));
    }

    record File(SourceFile file) implements Source {
        @Override
        public String name() {
            return file.path().toString();
        }

        @Override
        public String fileName() {
            return file.path().getFileName().toString();
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(file.size());
        }

        @Override
        public Content content(LongConsumer progress) {
            return file.content(progress);
        }

        @Override
        public Content stage(Staged staged, FileStore store, LongConsumer progress) throws IOException {
            try (var target = staged.file()) {
                return file.copyAndHash(target, progress);
            }
        }
    }

    record Folder(SourceFolder folder) implements Source {
        @Override
        public String name() {
            return folder.root().toString();
        }

        @Override
        public String fileName() {
            return folder.root().getFileName().toString();
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(folder.size());
        }

        @Override
        public Content content(LongConsumer progress) {
            return folder.content(progress);
        }

        @Override
        public Content stage(Staged staged, FileStore store, LongConsumer progress) throws IOException {
            var contents = new ArrayList<Content>();
            for (var file : folder.files()) {
                try (var target = staged.file(folder.name(file))) {
                    contents.add(file.copyAndHash(target, progress));
                }
            }
            return SourceFolder.content(List.copyOf(contents));
        }
    }

    /**
     * Bytes that can be read once.
     *
     * @param fileName the key under which it is saved
     */
    record Stream(InputStream in, String fileName) implements Source {
        @Override
        public String name() {
            return "the stream for " + fileName;
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public Content content(LongConsumer progress) {
            throw new UnsupportedOperationException("a stream is read once, when it is copied");
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public Content stage(Staged staged, FileStore store, LongConsumer progress) throws IOException {
            long size;
            try (var target = staged.file()) {
                size = in.transferTo(target);
            }
            try (var stored = store.open(staged.temporary())) {
                return Content.read(stored, size, progress);
            }
        }
    }
}
