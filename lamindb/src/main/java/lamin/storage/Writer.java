package lamin.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that writes a temporary file or executes a run, by which others know whether it still does.
 *
 * @param machine a word for the running system; empty if it is not known
 * @param process its number
 * @param start when it started, in milliseconds
 */
public record Writer(String machine, long process, long start) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int WORD = 8;
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]*)-(\\d+)-(\\d+)");

    /** After this time the process of another machine has ended, as far as anyone can tell. */
    private static final Duration LONG = Duration.ofDays(1);

    private static final Writer CURRENT =
            new Writer(machineWord(), ProcessHandle.current().pid(), started(ProcessHandle.current()));

    /** This process. */
    public static Writer current() {
        return CURRENT;
    }

    private static String machineWord() {
        try {
            return Files.readString(BOOT).substring(0, WORD);
        } catch (IOException e) {
            return "";
        }
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The writer that a text names, as {@link #toString} writes it; an unknown one if the text is another. */
    public static Writer parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? new Writer(matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)))
                : new Writer("", 0, 0);
    }

    /**
     * Whether it may still be at work.
     *
     * @param since when it was last known to be at work
     */
    public boolean mayBeActive(Instant since, Instant now) {
        boolean isHere = !machine.isEmpty() && machine.equals(CURRENT.machine());
        return isHere
                ? ProcessHandle.of(process)
                        .filter(found -> started(found) == start)
                        .isPresent()
                : since.plus(LONG).isAfter(now);
    }

    @Override
    public String toString() {
        return machine + "-" + process + "-" + start;
    }
}
