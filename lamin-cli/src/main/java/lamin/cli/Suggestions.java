package lamin.cli;

import java.util.Collection;
import java.util.List;
import lamin.search.SimilarNames;
import picocli.CommandLine.Model.CommandSpec;

/** Suggests commands and options for a mistyped word. */
record Suggestions(Collection<String> known) {
    /** Options for a word that looks like an option, otherwise the subcommands. */
    static Suggestions of(CommandSpec command, String word) {
        return new Suggestions(
                word.startsWith("-")
                        ? command.optionsMap().keySet()
                        : command.subcommands().keySet());
    }

    /** The most similar first. */
    List<String> similarTo(String word) {
        return new SimilarNames(known).to(word);
    }
}
