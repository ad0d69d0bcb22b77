package lamin.instance;

import java.util.Optional;

/**
 * The file {@code storage_uid.txt}: which instance manages a storage root.
 *
 * @param text as it stands in the file: the uid, then lines about the instance
 */
public record StorageMark(String text) {

    public static StorageMark of(String storageUid, Slug slug) {
        var id = InstanceId.of(slug);
        return new StorageMark(storageUid + "\ncreation info:\ninstance_slug=" + slug + "\ninstance_id=" + id.hex()
                + "\ninstance_uid=" + id.uid());
    }

    /** Empty where the first line is. */
    static Optional<StorageMark> parse(String text) {
        var mark = new StorageMark(text);
        return mark.storageUid().isEmpty() ? Optional.empty() : Optional.of(mark);
    }

    public String storageUid() {
        return text.lines().findFirst().orElse("").strip();
    }

    /** The 32 hex digits of the instance; empty in a mark of an older version. */
    public Optional<String> instanceIdHex() {
        return text.lines()
                .filter(line -> line.startsWith("instance_id="))
                .map(line -> line.substring("instance_id=".length()).strip())
                .findFirst();
    }
}
