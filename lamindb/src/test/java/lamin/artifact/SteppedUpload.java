package lamin.artifact;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamin.Instance;
import lamin.record.CurrentRun;
import lamin.record.RecordStore;
import lamin.storage.FileStore;
import lamin.storage.LocalStore;
import lamin.storage.Staged;
import lamin.storage.Writer;

/**
 * Saves something under the key {@code data}, and does something at one step: before or after a call of the storage, or in a
 * transaction, when it asks for the time.
 */
final class SteppedUpload {
    private final long step;
    private final Runnable work;
    private final Writer writer;
    private long steps;

    /**
     * @param step how many steps pass before the one that counts
     * @param writer the process that is recorded as the one that uploads
     */
    SteppedUpload(long step, Runnable work, Writer writer) {
        this.step = step;
        this.work = work;
        this.writer = writer;
    }

    /** Returns the number of steps. */
    long save(Instance instance, Path data) {
        var records = new RecordStore(instance.database(), instance.user(), clock(), new CurrentRun(null));
        var store = store(new LocalStore(instance.storage().path()));
        new Artifacts(records, instance.storage(), store).save(data, SaveOptions.key("data"));
        return steps;
    }

    private void step() {
        if (steps++ == step) {
            work.run();
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                step();
                return Instant.now();
            }
        };
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    private <T> T around(Call<T> call) throws IOException {
        step();
        var result = call.run();
        step();
        return result;
    }

    private FileStore store(FileStore store) {
        return new FileStore() {
            @Override
            public Staged stage() throws IOException {
                return SteppedUpload.this.staged(ofWriter(around(store::stage)));
            }

            private Staged ofWriter(Staged staged) {
                var ours = Writer.current().toString();
                return store.staged(staged.temporary().replace(ours, writer.toString()));
            }

            @Override
            public Staged staged(String temporary) {
                return SteppedUpload.this.staged(store.staged(temporary));
            }

            // one after the other, so that there is a step between them
            @Override
            public void publish(Map<Staged, String> paths) throws IOException {
                for (var path : new HashMap<>(paths).entrySet()) {
                    around(() -> {
                        store.publish(Map.of(path.getKey(), path.getValue()));
                        return true;
                    });
                }
            }

            @Override
            public Optional<Stored> stat(String path) throws IOException {
                return around(() -> store.stat(path));
            }

            @Override
            public InputStream open(String path) throws IOException {
                return around(() -> store.open(path));
            }

            @Override
            public Optional<Path> local(String path) {
                return store.local(path);
            }

            @Override
            public List<Stored> list(String folder) throws IOException {
                return around(() -> store.list(folder));
            }

            @Override
            public void delete(String path) throws IOException {
                around(() -> {
                    store.delete(path);
                    return true;
                });
            }

            @Override
            public List<Temporary> temporaries() throws IOException {
                return store.temporaries();
            }

            @Override
            public List<String> internal() throws IOException {
                return store.internal();
            }
        };
    }

    private Staged staged(Staged staged) {
        return new Staged() {
            @Override
            public String temporary() {
                return staged.temporary();
            }

            @Override
            public OutputStream file() throws IOException {
                return stream(around(staged::file));
            }

            @Override
            public OutputStream file(String name) throws IOException {
                return stream(around(() -> staged.file(name)));
            }

            @Override
            public void discard() throws IOException {
                around(() -> {
                    staged.discard();
                    return true;
                });
            }
        };
    }

    private OutputStream stream(OutputStream target) {
        return new FilterOutputStream(target) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                around(() -> {
                    out.write(bytes, offset, length);
                    return true;
                });
            }

            @Override
            public void close() throws IOException {
                around(() -> {
                    out.close();
                    return true;
                });
            }
        };
    }
}
