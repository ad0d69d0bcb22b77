package lamin.authoring;

import java.util.Optional;
import java.util.regex.Pattern;
import lamin.schema.internal.module.Script;

/**
 * A script was written with another Hibernate than the one that reads the entities now, so that what is missing may not come from
 * an edit. Releases that differ in their third number map alike.
 */
public record HibernateChange(String script, String then, String now) {
    private static final Pattern RELEASE = Pattern.compile("(\\d+\\.\\d+).*");

    /** Empty if the last script that names a version was written with this one. */
    static Optional<HibernateChange> of(Comparison comparison) {
        var now = comparison.model().hibernate();
        return comparison.chain().scripts().reversed().stream()
                .filter(script -> !script.info().hibernate().isEmpty())
                .findFirst()
                .filter(script ->
                        !now.isEmpty() && !release(script.info().hibernate()).equals(release(now)))
                .map(script -> of(script, now));
    }

    private static HibernateChange of(Script script, String now) {
        return new HibernateChange(script.info().simpleName(), script.info().hibernate(), now);
    }

    private static String release(String version) {
        return RELEASE.matcher(version).replaceFirst("$1");
    }

    /** In one line. */
    public String text() {
        return "the entities were read with Hibernate " + now + ", but " + script + " was written with " + then
                + ", which may map them to other tables: if the service runs with " + now
                + ", keep these operations, otherwise read the entities with " + then;
    }
}
