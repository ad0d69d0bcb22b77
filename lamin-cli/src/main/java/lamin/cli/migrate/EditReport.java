package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.authoring.FileEdit;
import lamin.authoring.FileEdits;

/** Formats edits of a module's files, as text or JSON. */
record EditReport(Workspace workspace, FileEdits edits) {

    /** The names of the files. */
    List<String> names() {
        return edits.edits().stream().map(this::name).toList();
    }

    /** The names of the files, each with its removed and added lines. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var edit : edits.edits()) {
            lines.add(name(edit));
            lines.addAll(edit.difference());
        }
        return lines;
    }

    List<Map<String, Object>> json() {
        return edits.edits().stream().map(this::json).toList();
    }

    private String name(FileEdit edit) {
        return switch (edit) {
            case FileEdit.Create(var file, var ignored) -> "new " + workspace.relative(file);
            case FileEdit.Change(var file, var before, var after) -> workspace.relative(file);
            case FileEdit.Rename(var file, var target, var before, var after) ->
                workspace.relative(file) + " -> " + workspace.relative(target);
        };
    }

    private Map<String, Object> json(FileEdit edit) {
        var map = new LinkedHashMap<String, Object>();
        map.put("file", workspace.relative(edit.file()));
        if (edit instanceof FileEdit.Rename rename) {
            map.put("renamed_to", workspace.relative(rename.target()));
        }
        map.put("lines", edit.difference());
        return map;
    }
}
