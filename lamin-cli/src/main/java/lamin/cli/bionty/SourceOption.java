package lamin.cli.bionty;

import java.nio.file.Files;
import java.nio.file.Path;
import lamin.Instance;
import lamin.cli.command.Session;
import lamin.ontology.source.PublicSource;
import lamin.ontology.source.SourceChoice;
import lamin.ontology.source.SourceTerms;
import lamin.ontology.source.Sources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose a source of terms and say where its file is. */
final class SourceOption {
    @Option(
            names = "--source",
            paramLabel = "NAME[@VERSION]",
            description = "The source, such as cl or cl@2026-03-26; by default the one that is currently used.")
    private @Nullable String source;

    @Option(names = "--organism", paramLabel = "NAME", description = "The organism of the source, such as human.")
    private @Nullable String organism;

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description =
                    "The file of the source (OBO, OWL, JSON, Parquet, CSV or TSV, also compressed), or a folder to look"
                            + " in. By default it is looked for in the caches of bionty and of lamin.")
    private @Nullable Path from;

    @Option(names = "--download", description = "Fetch the file from the source's url if it is not on this machine.")
    private boolean download;

    private SourceChoice choice() {
        if (source == null) {
            return new SourceChoice(null, null, organism);
        }
        var parts = source.split("@", 2);
        return new SourceChoice(parts[0], parts.length == 2 ? parts[1] : null, organism);
    }

    /** The chosen terms of a registry. */
    SourceTerms terms(Session session, Instance instance, String registry) {
        var sources = sources(session, instance);
        var chosen = sources.choose(registry, choice());
        var file =
                from == null ? null : session.environment().workingDirectory().resolve(from);
        if (file != null && !Files.isDirectory(file)) {
            return sources.terms(chosen, file);
        }
        return download ? downloaded(session, sources, chosen) : sources.terms(chosen);
    }

    /** The same; null if they are not on this machine and no option names them. */
    @Nullable
    SourceTerms termsIfHere(Session session, Instance instance, String registry) {
        if (source != null || organism != null || from != null || download) {
            return terms(session, instance, registry);
        }
        var sources = sources(session, instance);
        var used = sources.list().stream()
                .filter(known -> known.entity().equals(registry) && known.isCurrentlyUsed())
                .toList();
        return used.size() == 1
                ? sources.termsIfHere(sources.choose(registry, SourceChoice.CURRENT))
                        .orElse(null)
                : null;
    }

    private Sources sources(Session session, Instance instance) {
        var file =
                from == null ? null : session.environment().workingDirectory().resolve(from);
        return file != null && Files.isDirectory(file) ? instance.sources().lookingIn(file) : instance.sources();
    }

    private static SourceTerms downloaded(Session session, Sources sources, PublicSource chosen) {
        var here = sources.termsIfHere(chosen);
        if (here.isEmpty()) {
            var fetched = sources.download(chosen);
            session.notices().info("fetched " + fetched.path() + ", SHA-256 " + fetched.sha256());
        }
        return sources.terms(chosen);
    }
}
