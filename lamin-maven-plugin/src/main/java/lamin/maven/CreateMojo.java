package lamin.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes the migration for edited entities. Asks about possible renames and about losses; without a terminal, parameters decide. */
@Mojo(name = "create", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class CreateMojo extends ModuleMojo {
    /** Tables or table.columns that were renamed, each as OLD=NEW. */
    @Parameter(property = "lamin.rename")
    private List<String> renames = List.of();

    /** Tables or table.columns that may be dropped with their contents. */
    @Parameter(property = "lamin.drop")
    private List<String> drops = List.of();

    /** Values of NOT NULL columns in existing rows, each as TABLE.COLUMN=SQL, separated by commas. */
    @Parameter(property = "lamin.fill")
    private @Nullable String fills;

    @Override
    Arguments arguments() {
        return Arguments.of("migrate", "create")
                .options("--rename", renames)
                .options("--drop", drops)
                .options("--fill", Arguments.fills(fills));
    }
}
