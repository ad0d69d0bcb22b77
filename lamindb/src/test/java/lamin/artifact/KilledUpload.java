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
import lamin.Home;
import lamin.Lamin;
import lamin.record.CurrentRun;
import lamin.record.RecordStore;
import lamin.settings.Environment;
import lamin.storage.FileStore;
import lamin.storage.LocalStore;
import lamin.storage.Staged;

/**
 * A program that saves something under the key {@code data} and kills itself at a given step: before or after a call of the
 * storage, or in a transaction, when it asks for the time. It prints the number of steps if there are fewer.
 */
final class KilledUpload {
    private final long killAt;
    private long steps;

    private KilledUpload(long killAt) {
        this.killAt = killAt;
    }

    /** Arguments: the user's folder, the instance, what to save, the step. */
    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var environment = new Environment(folder.resolve("home"), folder, Map.of());
        var upload = new KilledUpload(Long.parseLong(arguments[3]));
        try (var instance = new Lamin(environment, Home.deployment()).open(arguments[1])) {
            var records = new RecordStore(instance.database(), instance.user(), upload.clock(), new CurrentRun(null));
            var store = upload.store(new LocalStore(instance.storage().path()));
            new Artifacts(records, instance.storage(), store).save(Path.of(arguments[2]), SaveOptions.key("data"));
        }
        System.out.println(upload.steps);
    }

    private synchronized void step() {
        if (steps++ == killAt) {
            kill();
        }
    }

    private static void kill() {
        try {
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            throw new IllegalStateException("still alive");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
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
                return KilledUpload.this.staged(around(store::stage));
            }

            @Override
            public Staged staged(String temporary) {
                return KilledUpload.this.staged(store.staged(temporary));
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
