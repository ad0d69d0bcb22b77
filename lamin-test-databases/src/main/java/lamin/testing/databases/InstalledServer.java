package lamin.testing.databases;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL installed on this machine, run on a new data directory until this JVM ends. PostgreSQL refuses root, so
 * root runs it as {@code postgres} or {@code nobody}.
 */
final class InstalledServer {
    private static final List<Path> USUAL_FOLDERS = List.of(
            Path.of("/usr/lib/postgresql"), Path.of("/opt/homebrew/opt"), Path.of("/usr/local/opt"), Path.of("/usr"));

    private final Path binaries;
    private final Path folder;
    private final List<String> asUser;

    private InstalledServer(Path binaries, Path folder, List<String> asUser) {
        this.binaries = binaries;
        this.folder = folder;
        this.asUser = asUser;
    }

    /**
     * The folder with {@code initdb} and {@code pg_ctl}: the one on the PATH, otherwise the newest in the usual places.
     */
    static Optional<Path> binaries() {
        var onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of);
        return Stream.concat(onPath, USUAL_FOLDERS.stream().flatMap(InstalledServer::binariesIn))
                .filter(candidate -> Files.isExecutable(candidate.resolve("initdb")))
                .findFirst();
    }

    private static Stream<Path> binariesIn(Path parent) {
        try (var children = Files.list(parent)) {
            return children
                    .filter(child -> child.toString().matches(".*/(postgresql@?)?\\d+|.*/pgsql.*"))
                    .sorted(Comparator.comparingInt(InstalledServer::version).reversed())
                    .map(child -> child.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static int version(Path installation) {
        var digits = installation.getFileName().toString().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    static PostgresServer start(Path binaries) throws IOException {
        var folder = DataFolder.create();
        var server = new InstalledServer(binaries, folder, otherUser(folder));
        server.initialize();
        var port = freePort();
        server.start(port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return PostgresServer.local(port);
    }

    private static List<String> otherUser(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        for (var user : List.of("postgres", "nobody")) {
            if (handOver(folder, user)) {
                return List.of("runuser", "-u", user, "--");
            }
        }
        throw new IOException("root needs a user postgres or nobody to run it");
    }

    private static boolean handOver(Path folder, String user) throws IOException {
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        try {
            Files.setOwner(folder, users.lookupPrincipalByName(user));
            return true;
        } catch (UserPrincipalNotFoundException e) {
            return false;
        }
    }

    private void initialize() throws IOException {
        run("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF-8", "--locale=C", "--no-sync");
        Files.writeString(Path.of(data(), "pg_hba.conf"), PostgresServer.ACCESS_RULES);
    }

    private void start(int port) throws IOException {
        var options = "-p " + port
                + " -c listen_addresses=localhost -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c max_wal_size=256MB -c max_connections=300";
        run("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-w", "-o", options, "start");
    }

    private void stop() {
        try {
            run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException e) {
            System.err.println("PostgreSQL in " + folder + " was not stopped: " + e.getMessage());
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String tool, String... arguments) throws IOException {
        var command = new ArrayList<>(asUser);
        command.add(binaries.resolve(tool).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("lamin-test-postgres", ".out");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(tool + ": " + Files.readString(output).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + tool, e);
        } finally {
            Files.delete(output);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
