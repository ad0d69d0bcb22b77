package lamin.cli.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** A program that runs in the foreground, and whose output is shown and kept. */
final class TrackedProgram implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;
    private static final int BLOCK = 8192;

    private final Path directory;
    private final Path log;
    private final PrintStream out;
    private final PrintStream err;
    private volatile boolean isInterrupted;

    TrackedProgram(Path directory, Path temporaryFolder, PrintStream out, PrintStream err) {
        this.directory = directory;
        this.out = out;
        this.err = err;
        try {
            this.log = Files.createTempFile(temporaryFolder, "lamin-run-", ".txt");
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE, "cannot write the log to " + temporaryFolder + ": " + e.getMessage(), e);
        }
    }

    /** What it printed, in the order in which it arrived. */
    Path log() {
        return log;
    }

    /**
     * Waits for its end.
     *
     * @param interrupted what is done once it has ended because this process was interrupted
     * @return its exit code
     */
    int run(List<String> command, Map<String, String> variables, Runnable interrupted) {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectInput(Redirect.INHERIT);
        builder.environment().putAll(variables);
        try (var file = Files.newOutputStream(log)) {
            var process = builder.start();
            var end = new Thread(() -> end(process, interrupted));
            Runtime.getRuntime().addShutdownHook(end);
            int code = await(process, file);
            if (isInterrupted) {
                waitForShutdown();
            }
            Runtime.getRuntime().removeShutdownHook(end);
            return code;
        } catch (IOException e) {
            throw new LaminException(ErrorCode.USAGE, "cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** The hook records the run; nothing else must. */
    private static void waitForShutdown() {
        while (true) {
            LockSupport.park();
        }
    }

    private int await(Process process, OutputStream file) {
        var shown = Thread.ofVirtual().start(() -> copy(process.getInputStream(), out, file));
        var errors = Thread.ofVirtual().start(() -> copy(process.getErrorStream(), err, file));
        try {
            shown.join();
            errors.join();
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void copy(InputStream from, PrintStream shown, OutputStream kept) {
        var bytes = new byte[BLOCK];
        try {
            for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
                shown.write(bytes, 0, length);
                shown.flush();
                synchronized (kept) {
                    kept.write(bytes, 0, length);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A terminal interrupts the program as well; otherwise it is terminated here. */
    private void end(Process process, Runnable interrupted) {
        isInterrupted = true;
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        interrupted.run();
        close();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            // it is in the folder for temporary files
        }
    }
}
