package lamin.cli.migrate;

import lamin.schema.internal.deploy.Deployer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The target of a deploy. */
final class TargetOption {
    @Option(
            names = "--to",
            paramLabel = "TARGET",
            description = "Only up to this revision of one module, with its dependencies in others:"
                    + " REVISION or MODULE@REVISION (the first four digits or more are enough).")
    private @Nullable String target;

    /** The deployer with that target, if one was given. */
    Deployer of(Deployer deployer) {
        return target == null ? deployer : deployer.to(deployer.target(target));
    }
}
