package lamin.artifact;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Retry;

/**
 * Reads what is to be saved, without a transaction. Content is hashed while it is copied, unless the instance has an
 * artifact of that size: then it may have this content already, and is hashed first.
 */
final class Preparation {
    private final InstanceData instance;
    private final Staging staging;
    private final LongConsumer progress;

    Preparation(InstanceData instance, Staging staging, LongConsumer progress) {
        this.instance = instance;
        this.staging = staging;
        this.progress = progress;
    }

    List<Prepared> of(List<SaveRequest> requests) {
        var maybeKnown = instance.read(rows -> maybeKnown(requests, rows));
        var read = Workers.map(requests, request -> read(request, maybeKnown.contains(request)));
        var found = instance.read(rows -> {
            var compared = new ArrayList<Prepared>();
            for (var prepared : read) {
                compared.add(compare(prepared, rows));
            }
            return compared;
        });
        return Workers.map(found, prepared -> prepared.needsCopy() ? copy(prepared) : prepared);
    }

    private static List<SaveRequest> maybeKnown(List<SaveRequest> requests, ArtifactRows rows) throws SQLException {
        var known = new ArrayList<SaveRequest>();
        for (var request : requests) {
            OptionalLong size = request.source().size();
            if (size.isPresent() && rows.hasSize(size.getAsLong())) {
                known.add(request);
            }
        }
        return known;
    }

    private Prepared read(SaveRequest request, boolean maybeKnown) {
        boolean hashOnly =
                request.place().isInStorage() || (maybeKnown && request.source().isRepeatable());
        return hashOnly ? new Prepared(request, request.source().content(progress), null, null) : stage(request);
    }

    private Prepared stage(SaveRequest request) {
        try {
            var staged = staging.begin();
            var content = request.source().stage(staged, instance.store(), progress);
            return new Prepared(request, content, staged, null);
        } catch (IOException e) {
            throw failed(request, e);
        }
    }

    private LaminException failed(SaveRequest request, IOException cause) {
        return new LaminException(
                ErrorCode.FAILURE,
                "cannot copy " + request.source().name() + " to " + instance.root() + ": " + reason(cause)
                        + "\nnothing was saved",
                List.of(new Retry()),
                cause);
    }

    /** Exceptions of the file system say no more than the path. */
    static String reason(IOException cause) {
        return cause instanceof java.nio.file.FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(cause.getMessage());
    }

    private Prepared copy(Prepared prepared) {
        return stage(prepared.request()).withContent(prepared.content());
    }

    private Prepared compare(Prepared prepared, ArtifactRows rows) throws SQLException {
        var sameContent = new SameContent(instance, progress);
        var distinct = prepared.withContent(sameContent.distinct(prepared, rows));
        return distinct.withKnown(sameContent.find(distinct, rows).orElse(null));
    }
}
