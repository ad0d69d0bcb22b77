package lamin.cli.bionty;

import lamin.Instance;
import lamin.ontology.registry.TermRegistry;
import picocli.CommandLine.Parameters;

/** The parameter that names a registry of terms. */
final class RegistryParameter {
    private static final String BIONTY = "bionty.";

    @Parameters(index = "0", paramLabel = "REGISTRY", description = "The registry, such as CellType.")
    private String registry = "";

    /** With its module. */
    String name() {
        return name(registry);
    }

    static String name(String registry) {
        return registry.contains(".") ? registry : BIONTY + registry;
    }

    TermRegistry of(Instance instance) {
        return instance.terms(name());
    }
}
