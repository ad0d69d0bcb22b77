package lamin.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lamin.instance.Slug;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * The instance used when none is named: {@code LAMIN_CURRENT_INSTANCE}, otherwise the file
 * {@code .lamin/current_instance} in the working directory or the nearest parent, otherwise the last loaded instance.
 */
public record CurrentInstance(Environment environment) {

    /**
     * The first two sources must name an instance that this user has, so that a typing error does not lead to another
     * one.
     */
    public Optional<InstanceSettings> settings() {
        var folder = environment.settings();
        var variable = environment.currentInstance();
        if (variable.isPresent()) {
            return Optional.of(named(variable.get(), "LAMIN_CURRENT_INSTANCE"));
        }
        var marker = marker();
        if (marker.isPresent()) {
            return Optional.of(
                    named(SettingsFolder.readText(marker.get()), marker.get().toString()));
        }
        var file = folder.currentInstanceFile();
        return Files.exists(file) ? Optional.of(folder.readInstance(file)) : Optional.empty();
    }

    /** Makes an instance the last loaded one. */
    public void set(Slug slug) {
        var folder = environment.settings();
        folder.write(folder.currentInstanceFile(), SettingsFolder.readText(folder.file(slug)));
    }

    /** Follows a change in the settings of an instance if it is the last loaded one. */
    public void follow(InstanceSettings changed) {
        var folder = environment.settings();
        var file = folder.currentInstanceFile();
        if (Files.exists(file) && folder.readInstance(file).slug().equals(changed.slug())) {
            set(changed.slug());
        }
    }

    /** Leaves no instance current, except one that LAMIN_CURRENT_INSTANCE names. */
    public void clear() {
        marker().ifPresent(SettingsFolder::delete);
        SettingsFolder.delete(environment.settings().currentInstanceFile());
    }

    /** Removes an instance that is about to be deleted. */
    public void forget(Slug slug) {
        var file = environment.settings().currentInstanceFile();
        if (Files.exists(file)
                && InstanceSettings.read(SettingsFolder.readText(file), file)
                        .slug()
                        .equals(slug)) {
            SettingsFolder.delete(file);
        }
        marker().filter(marker -> SettingsFolder.readText(marker).strip().equals(slug.toString()))
                .ifPresent(SettingsFolder::delete);
    }

    private InstanceSettings named(String text, String source) {
        var folder = environment.settings();
        var slug = Slug.parse(text.strip(), folder.user().handle());
        return folder.find(slug)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE, source + " names the instance " + slug + ", which is not known here"));
    }

    private Optional<Path> marker() {
        for (Path folder = environment.workingDirectory(); folder != null; folder = folder.getParent()) {
            var marker = folder.resolve(".lamin").resolve("current_instance");
            if (Files.isRegularFile(marker)) {
                return Optional.of(marker);
            }
        }
        return Optional.empty();
    }
}
