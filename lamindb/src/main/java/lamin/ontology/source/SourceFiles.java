package lamin.ontology.source;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import lamin.module.SchemaDeployment;
import lamin.ontology.format.TermFile;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.ProvideSource;
import lamin.settings.Environment;

/**
 * Where files of sources are looked for: folders that a user names, the cache of Python's bionty, the user's own cache, and
 * the jars of schema modules. Looking never uses the network; {@link #download} does.
 */
public final class SourceFiles {
    private static final List<String> EXTENSIONS = List.of("", ".owl", ".obo", ".json", ".csv", ".tsv");
    private static final List<String> COMPRESSIONS = List.of("", ".gz", ".zst");

    private final Path cache;
    private final List<Path> folders;
    private final Function<String, Optional<URL>> resources;

    private SourceFiles(Path cache, List<Path> folders, Function<String, Optional<URL>> resources) {
        this.cache = cache;
        this.folders = List.copyOf(folders);
        this.resources = resources;
    }

    /** The cache folders of a user, and the files below {@code terms/} in the packages of modules. */
    public static SourceFiles of(Environment environment, SchemaDeployment deployment, SortedSet<String> modules) {
        var python = environment.biontyRoot().map(root -> root.resolve("_dynamic"));
        return new SourceFiles(
                environment.settings().path().resolve("ontologies"),
                python.stream().toList(),
                name -> deployment.resources(modules, "terms/" + name).stream().findFirst());
    }

    /** The same, looking into this folder first. */
    public SourceFiles with(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new LaminException(ErrorCode.USAGE, "there is no folder " + folder);
        }
        var all = new ArrayList<Path>();
        all.add(folder);
        all.addAll(folders);
        return new SourceFiles(cache, all, resources);
    }

    /** The folder that downloads are kept in. */
    public Path cache() {
        return cache;
    }

    /**
     * The file of a source; empty if it is nowhere.
     *
     * @throws LaminException with {@code FAILURE} if it was downloaded and has changed since
     */
    public Optional<TermFile> find(PublicSource source) {
        return inFolders(source)
                .or(() -> names(source).stream()
                        .flatMap(name -> inModule(name).stream())
                        .findFirst())
                .map(file -> {
                    Download.requireUnchanged(file);
                    return new TermFile(file);
                });
    }

    /** Whether there is a file of a source, which is neither read nor copied. */
    public boolean isHere(PublicSource source) {
        return inFolders(source).isPresent()
                || names(source).stream().anyMatch(name -> resources.apply(name).isPresent());
    }

    private Optional<Path> inFolders(PublicSource source) {
        var names = names(source);
        return Stream.concat(folders.stream(), Stream.of(cache))
                .flatMap(folder -> names.stream().map(folder::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Like {@link #find}; a missing file is refused with its name and its origin. */
    public TermFile require(PublicSource source) {
        return find(source)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.REFUSED,
                        "the terms of " + source + " are not here: expected " + source.tableName() + " or "
                                + source.ontologyName() + " in "
                                + String.join(
                                        " or ",
                                        Stream.concat(folders.stream(), Stream.of(cache))
                                                .map(Path::toString)
                                                .toList()),
                        new ProvideSource(source.tableName(), cache.toString(), source.url())));
    }

    /** Fetches the file of a source from its url into the cache, where {@link #find} finds it. */
    public Download download(PublicSource source) {
        return Download.of(source, cache);
    }

    /** The names that a file of a source may have, those of Python first. */
    static List<String> names(PublicSource source) {
        var names = new ArrayList<String>();
        names.add(source.tableName());
        var table = source.tableName().substring(0, source.tableName().length() - ".parquet".length());
        for (var stem : List.of(source.ontologyName(), table)) {
            for (var extension : EXTENSIONS) {
                COMPRESSIONS.forEach(compression -> names.add(stem + extension + compression));
            }
        }
        return names;
    }

    /** A file in a jar is copied into the cache, because tables are not read from streams. */
    private Optional<Path> inModule(String name) {
        return resources.apply(name).map(resource -> {
            try {
                return resource.getProtocol().equals("file") ? Path.of(resource.toURI()) : copied(resource, name);
            } catch (IOException | URISyntaxException e) {
                throw new LaminException(ErrorCode.FAILURE, "cannot read " + resource + ": " + e.getMessage(), e);
            }
        });
    }

    private Path copied(URL resource, String name) throws IOException {
        var connection = resource.openConnection();
        connection.setUseCaches(false);
        var folder = Files.createDirectories(cache.resolve("modules"));
        var copy = folder.resolve(name);
        try (var stream = connection.getInputStream()) {
            if (Files.exists(copy) && Files.size(copy) == connection.getContentLengthLong()) {
                return copy;
            }
            NewFile.write(copy, stream, Long.MAX_VALUE);
            return copy;
        }
    }
}
