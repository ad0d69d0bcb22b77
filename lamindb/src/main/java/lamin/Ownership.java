package lamin;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import lamin.instance.InstanceContents;
import lamin.instance.InstanceContents.StorageRow;
import lamin.instance.StorageMark;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.settings.InstanceSettings;
import lamin.settings.SettingsFolder;

/**
 * Whether storage folder and database still belong to the instance that the settings name: either may have been removed
 * by hand, and another instance created in its place.
 */
record Ownership(InstanceSettings settings, SettingsFolder folder) {

    /** Where the storage folder says that it belongs to another instance: which one. */
    Optional<String> otherOwner() {
        return settings.storage()
                .mark()
                .filter(mark -> !mark.isOf(settings.id()))
                .map(mark -> mark.slug().orElse("its uid is " + mark.storageUid()));
    }

    /** Refuses a folder of another instance, and a link that may lead to one. */
    void requireStorage() {
        var ours = settings.storage().folder();
        if (Files.isSymbolicLink(ours)) {
            throw refused(ours + " is a link to " + target(), "remove the link if it is not meant");
        }
        otherOwner().ifPresent(other -> {
            throw refused("the storage " + settings.storage() + " is managed by another instance: " + other, forget());
        });
    }

    /** Refuses a database whose storages say that it belongs to another instance. */
    void requireDatabase(InstanceContents contents) throws SQLException {
        var storages = contents.storages();
        if (storages.isEmpty()) {
            return;
        }
        var root = settings.storage().toString();
        var own = storages.stream().filter(row -> row.root().equals(root)).findFirst();
        if (own.isEmpty()) {
            var roots = storages.stream().map(StorageRow::root).collect(Collectors.joining(", "));
            throw refused(
                    "the database " + settings.database() + " holds another instance, whose storage is " + roots
                            + "; that of " + settings.slug() + " is " + root,
                    forget());
        }
        requireSame(own.get());
    }

    private void requireSame(StorageRow row) {
        var instance = row.instanceUid();
        var mark = settings.storage().mark().map(StorageMark::storageUid);
        boolean isOfAnother = instance != null && !instance.equals(settings.id().uid());
        boolean isAnotherStorage = mark.isPresent() && !mark.get().equals(row.uid());
        if (isOfAnother || isAnotherStorage) {
            throw refused(
                    "the database " + settings.database() + " holds another instance with the storage " + row.root()
                            + ": its uid is " + instance + ", that of " + settings.slug() + " is "
                            + settings.id().uid() + "; the uid of the storage is " + row.uid()
                            + mark.map(uid -> ", in the folder " + uid).orElse(""),
                    forget());
        }
    }

    private String target() {
        try {
            return settings.storage().folder().toRealPath().toString();
        } catch (IOException e) {
            return "a missing folder";
        }
    }

    private String forget() {
        return "if " + settings.slug() + " no longer exists, remove its settings: " + folder.file(settings.slug());
    }

    private static LaminException refused(String message, String advice) {
        return new LaminException(ErrorCode.REFUSED, message + "\nnothing was changed", new Advice(advice));
    }
}
