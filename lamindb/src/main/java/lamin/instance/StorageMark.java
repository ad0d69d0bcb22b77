package lamin.instance;

import java.util.Optional;

/**
 * The file {@code storage_uid.txt}, which names the instance that manages a storage root.
 *
 * @param text the text of the file: the uid, then lines about the instance
 */
public record StorageMark(String text) {

    public static StorageMark of(String storageUid, Slug slug) {
        var id = InstanceId.of(slug);
        return new StorageMark(storageUid + "\ncreation info:\ninstance_slug=" + slug + "\ninstance_id=" + id.hex()
                + "\ninstance_uid=" + id.uid());
    }

    /** Empty if the first line is. */
    static Optional<StorageMark> parse(String text) {
        var mark = new StorageMark(text);
        return mark.storageUid().isEmpty() ? Optional.empty() : Optional.of(mark);
    }

    public String storageUid() {
        return text.lines().findFirst().orElse("").strip();
    }

    /** Whether it was created for the instance with that name. */
    public boolean isOf(Slug slug) {
        return isOf(InstanceId.of(slug));
    }

    /** Whether it was made for that instance. */
    public boolean isOf(InstanceId id) {
        return value("instance_id=").map(hex -> hex.equals(id.hex())).orElse(false);
    }

    /** The name of the instance when the mark was created. */
    public Optional<String> slug() {
        return value("instance_slug=");
    }

    private Optional<String> value(String key) {
        return text.lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst();
    }
}
