package lamin.entities.hints;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.Map;
import java.util.Set;
import lamin.entities.Lab;
import lamin.schema.RenamedFrom;
import lamin.schema.internal.detect.Hints;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.Test;

class HintsTest {
    @Test
    void without_annotations_there_are_no_hints() {
        assertThat(Lab.read(User.class).hints()).isEqualTo(Hints.NONE);
    }

    @Test
    void former_names_of_entities_and_properties_are_in_the_form_of_the_model() {
        var hints = Lab.read(Notebook.class, User.class).hints();
        assertThat(hints.entities())
                .isEqualTo(Map.of(
                        TableName.of("lab_notebook"), "Page",
                        TableName.of("lab_notebook_authors"), "Page_authors",
                        TableName.of("lab_notebook_labels"), "Page_tags"));
        assertThat(hints.properties())
                .isEqualTo(Map.of(
                        TableName.of("lab_notebook"),
                        Map.of("version", "v", "owner_id", "created_by_id", "text", "body"),
                        TableName.of("lab_notebook_authors"),
                        Map.of("notebook_id", "page_id"),
                        TableName.of("lab_notebook_labels"),
                        Map.of("notebook_id", "page_id", "labels", "tags")));
    }
}

@Entity
class User {
    @Id
    long id;
}

@Entity
@RenamedFrom("Page")
class Notebook {
    @Id
    long id;

    @RenamedFrom("v")
    String version;

    @ManyToOne
    @RenamedFrom("createdBy")
    User owner;

    @Column(name = "text")
    @RenamedFrom("body")
    String content;

    @ManyToMany
    Set<User> authors;

    @ElementCollection
    @RenamedFrom("tags")
    Set<String> labels;
}
